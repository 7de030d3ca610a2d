package energy.liveone.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.credential.Unsealing.Damaged;
import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.credential.Unsealing.OtherKey;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals credentials with AES-256-GCM. A sealed text is {@code v1.<key id>.<base64url>} of a random
 * 12-byte IV, the ciphertext and a 16-byte tag. Version, key id and the holder, which is the
 * system's id or the name of a grant, are the associated data, so a text sealed for one holder does
 * not open for another. Safe for use by several threads at once.
 */
@Dependent
public class CredentialCipher {
  /** Kept, because each poll opens credentials and finding the JSON provider anew is slow. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private static final String VERSION = "v1";
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int MIN_BYTES = IV_BYTES + TAG_BITS / 8;

  private final SealingKeys keys;
  private final SecureRandom random = new SecureRandom();

  /** A cipher with the keys of the installation. */
  @Inject
  public CredentialCipher(InstallationKeys keys) {
    this((SealingKeys) keys);
  }

  /** A cipher with these keys. */
  CredentialCipher(SealingKeys keys) {
    this.keys = keys;
  }

  /** A cipher with this key. */
  public CredentialCipher(CredentialKey key) {
    this(SealingKeys.of(key));
  }

  /** What every text sealed with the key of this id begins with. */
  static String prefix(String keyId) {
    return VERSION + "." + keyId + ".";
  }

  /** Seals for a system; the same credentials give another text each time. */
  public String seal(SystemId system, Credentials credentials) {
    return seal(holder(system), credentials);
  }

  /** Opens what was sealed for this system. */
  public Unsealing open(SystemId system, String sealed) {
    return open(holder(system), sealed);
  }

  private static String holder(SystemId system) {
    return String.valueOf(system.value());
  }

  /**
   * Seals for a holder that is no system; the same credentials give another text each time. Store
   * the text in the same transaction.
   *
   * @param holder a name that no system and no other holder has, such as {@code grant:7}
   */
  public String seal(String holder, Credentials credentials) {
    CredentialKey key = keys.toSeal();
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, iv, holder).doFinal(plain(credentials));
      byte[] all = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
      return prefix(key.id()) + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal the credentials of " + holder, e);
    }
  }

  /** Opens what was sealed for this holder. */
  public Unsealing open(String holder, String sealed) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      return new Damaged();
    }
    return keys.find(parts[1])
        .<Unsealing>map(
            key ->
                decode(parts[2]).map(bytes -> decrypt(key, holder, bytes)).orElseGet(Damaged::new))
        .orElseGet(() -> new OtherKey(parts[1]));
  }

  /** Strict: a text that decodes to the same bytes but is written otherwise was altered too. */
  private static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      boolean unaltered =
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
      return unaltered && bytes.length > MIN_BYTES ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Unsealing decrypt(CredentialKey key, String holder, byte[] bytes) {
    byte[] iv = new byte[IV_BYTES];
    System.arraycopy(bytes, 0, iv, 0, IV_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, iv, holder);
      return read(cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES));
    } catch (AEADBadTagException e) {
      return new Damaged();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot open the credentials of " + holder, e);
    }
  }

  private static Cipher cipher(int mode, CredentialKey key, byte[] iv, String holder)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD((prefix(key.id()) + holder).getBytes(UTF_8));
    return cipher;
  }

  private static byte[] plain(Credentials credentials) {
    var object = BUILDERS.createObjectBuilder();
    new TreeMap<>(credentials.values()).forEach(object::add);
    return object.build().toString().getBytes(UTF_8);
  }

  private static Unsealing read(byte[] plain) {
    try (JsonReader reader = READERS.createReader(new StringReader(new String(plain, UTF_8)))) {
      JsonObject object = reader.readObject();
      Map<String, String> values = new TreeMap<>();
      object.keySet().forEach(name -> values.put(name, object.getString(name)));
      return new Opened(new Credentials(values));
    } catch (JsonException | ClassCastException e) {
      return new Damaged();
    }
  }
}
