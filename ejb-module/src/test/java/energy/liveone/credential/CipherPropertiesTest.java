package energy.liveone.credential;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.credential.Unsealing.Damaged;
import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.credential.Unsealing.OtherKey;
import energy.liveone.vendor.Credentials;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for whatever is sealed; the same examples in each run. */
class CipherPropertiesTest {
  private static final int EXAMPLES = 300;
  private static final CredentialKey OLD = CredentialKey.ofHex("01".repeat(32)).orElseThrow();
  private static final CredentialKey NEW = CredentialKey.ofHex("02".repeat(32)).orElseThrow();

  private final Random random = new Random(20261123);
  private final CredentialCipher old = new CredentialCipher(OLD);
  private final CredentialCipher both = new CredentialCipher(ring(NEW, OLD));

  private static SealingKeys ring(CredentialKey seals, CredentialKey opens) {
    KeyRing ring = new KeyRing(List.of(seals, opens));
    return new SealingKeys() {
      @Override
      public CredentialKey toSeal() {
        return seals;
      }

      @Override
      public Optional<CredentialKey> find(String id) {
        return ring.find(id);
      }
    };
  }

  private Credentials credentials() {
    Map<String, String> values = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.put("f" + i, text(random.nextInt(200)));
    }
    return new Credentials(values);
  }

  private String text(int length) {
    return random
        .ints(length, 0x20, 0x1F680)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void whateverIsSealedOpensForItsHolderOnly() {
    for (int i = 0; i < EXAMPLES; i++) {
      Credentials sealable = credentials();
      String sealed = old.seal("grant:" + i, sealable);

      assertThat(old.open("grant:" + i, sealed)).isEqualTo(new Opened(sealable));
      assertThat(old.open("grant:" + (i + 1), sealed)).isEqualTo(new Damaged());
      assertThat(old.open(String.valueOf(i), sealed)).isEqualTo(new Damaged());
    }
  }

  @Test
  void anyAlterationOfAnyTextIsNoticed() {
    for (int i = 0; i < EXAMPLES; i++) {
      String sealed = old.seal("7", credentials());
      int place = random.nextInt(sealed.length());
      char other = (char) (0x21 + random.nextInt(0x5E));
      String altered = sealed.substring(0, place) + other + sealed.substring(place + 1);
      if (!altered.equals(sealed)) {
        assertThat(old.open("7", altered)).as(altered).isNotInstanceOf(Opened.class);
      }
    }
  }

  @Test
  void halvesOfTwoTextsAreNoText() {
    for (int i = 0; i < EXAMPLES; i++) {
      byte[] one = bytes(old.seal("7", credentials()));
      byte[] two = bytes(old.seal("7", credentials()));
      int cut = 1 + random.nextInt(Math.min(one.length, two.length) - 1);
      byte[] mixed = two.clone();
      System.arraycopy(one, 0, mixed, 0, cut);

      assertThat(
              old.open(
                  "7",
                  CredentialCipher.prefix(OLD.id())
                      + Base64.getUrlEncoder().withoutPadding().encodeToString(mixed)))
          .isEqualTo(new Damaged());
    }
  }

  private static byte[] bytes(String sealed) {
    return Base64.getUrlDecoder().decode(sealed.substring(sealed.lastIndexOf('.') + 1));
  }

  @Test
  void noInitializationVectorIsUsedTwice() {
    Set<String> vectors = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      assertThat(vectors.add(old.seal("7", Credentials.NONE).substring(12, 28))).isTrue();
    }
  }

  @Test
  void whileAKeyIsReplacedTextsOfBothOpenAndNewOnesAreOfTheNewKey() {
    String before = old.seal("7", Credentials.NONE);
    String after = both.seal("7", Credentials.NONE);

    assertThat(both.open("7", before)).isInstanceOf(Opened.class);
    assertThat(both.open("7", after)).isInstanceOf(Opened.class);
    assertThat(old.open("7", after)).isEqualTo(new OtherKey(NEW.id()));
  }

  @Test
  void aTextThatNamesTheWrongOneOfTwoKeysDoesNotOpen() {
    String sealed = both.seal("7", Credentials.NONE).replace(NEW.id(), OLD.id());

    assertThat(both.open("7", sealed)).isEqualTo(new Damaged());
  }
}
