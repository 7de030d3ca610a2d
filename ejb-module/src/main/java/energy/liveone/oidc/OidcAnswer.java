package energy.liveone.oidc;

/**
 * What a provider sent a browser back with; empty texts for what was not there. Never prints
 * itself.
 *
 * @param issuer who answers, where the provider says that (RFC 9207)
 */
public record OidcAnswer(String code, String error, String issuer) {
  private static final int MAX_CODE = 4_096;

  boolean hasUsableCode() {
    return !code.isEmpty() && code.length() <= MAX_CODE;
  }

  @Override
  public String toString() {
    return "OidcAnswer";
  }
}
