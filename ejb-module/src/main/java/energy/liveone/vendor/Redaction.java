package energy.liveone.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Masks secrets in texts that go to sessions, failures or logs: values that follow a secret's name
 * in JSON, forms, URLs and headers, and known values wherever they are. Immutable; one linear pass
 * over the text, without regular expressions, as every poll's answer goes through it.
 */
public final class Redaction {
  /** Most characters that a session keeps of an answer. */
  public static final int MAX_RESPONSE = 16 * 1024;

  /** What stands for a secret. */
  public static final String MASK = "***";

  /** The names that are secret at every vendor. */
  public static final Redaction STANDARD =
      new Redaction(
          new SecretNames(
              List.of(
                  "api_key",
                  "api-key",
                  "x-api-key",
                  "apikey",
                  "pwd",
                  "password",
                  "access_token",
                  "accesstoken",
                  "refresh_token",
                  "refreshtoken",
                  "id_token",
                  "client_secret",
                  "clientsecret",
                  "authorization",
                  "proxy-authorization",
                  "cookie",
                  "set-cookie")),
          List.of());

  /** Shorter values are also words and numbers; masking them would hide the answer itself. */
  private static final int MIN_VALUE = 4;

  private final SecretNames names;
  private final List<String> values;

  private Redaction(SecretNames names, List<String> values) {
    this.names = names;
    this.values = values;
  }

  /** Masks what follows these names too; case does not matter. */
  public Redaction alsoNamed(Collection<String> more) {
    return new Redaction(names.and(more), values);
  }

  /** Masks these values wherever they are, also as a form or JSON would write them. */
  public Redaction alsoValues(Collection<String> more) {
    List<String> all =
        Stream.concat(values.stream(), more.stream().flatMap(Redaction::spellings))
            .filter(value -> value.length() >= MIN_VALUE)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    return new Redaction(names, all);
  }

  private static Stream<String> spellings(String value) {
    return Stream.of(
        value,
        URLEncoder.encode(value, UTF_8),
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
        value.replace("\\", "\\\\").replace("\"", "\\\""),
        value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
  }

  /** The text with every secret masked. */
  public String redact(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    return new SecretScan(masked, names).masked();
  }

  /** The text as a session keeps it: masked first, then cut. */
  public String forSession(String text) {
    String masked = redact(text);
    if (masked.length() <= MAX_RESPONSE) {
      return masked;
    }
    boolean splitsPair = Character.isHighSurrogate(masked.charAt(MAX_RESPONSE - 1));
    return masked.substring(0, splitsPair ? MAX_RESPONSE - 1 : MAX_RESPONSE);
  }
}
