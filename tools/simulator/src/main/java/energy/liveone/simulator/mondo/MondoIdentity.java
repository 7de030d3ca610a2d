package energy.liveone.simulator.mondo;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the identity service has handed out: verification tokens, sessions, codes, access tokens of
 * five minutes and refresh tokens that serve once. Everything ends by the virtual clock.
 */
final class MondoIdentity {

  static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
  private static final Duration FORM_LIFETIME = Duration.ofMinutes(20);
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
  private static final Duration REFRESH_LIFETIME = Duration.ofDays(15);
  private static final int SWEEP_AT = 20_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Grant> forms = new ConcurrentHashMap<>();
  private final Map<String, Grant> sessions = new ConcurrentHashMap<>();
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> tokens = new ConcurrentHashMap<>();
  private final Map<String, Grant> refreshes = new ConcurrentHashMap<>();
  private final Clock clock;

  MondoIdentity(Clock clock) {
    this.clock = clock;
  }

  /**
   * Something handed out.
   *
   * @param account its e-mail address; empty for a form
   * @param proof what must come with it: the form's token, or the code's challenge
   */
  private record Grant(String account, String proof, Instant ends) {}

  /** Opens a form; the cookie and the hidden field belong together. */
  Form openForm() {
    Form form = new Form(text(24), "CfDJ8" + text(60));
    keep(forms, form.cookie(), new Grant("", form.token(), clock.instant().plus(FORM_LIFETIME)));
    return form;
  }

  /** A form's two halves. */
  record Form(String cookie, String token) {}

  /** Whether cookie and hidden field are of one form that is still open. */
  boolean belongTogether(String cookie, String token) {
    return alive(forms, cookie).filter(form -> form.proof().equals(token)).isPresent();
  }

  /** A session after the password; its cookie. */
  String openSession(String account) {
    String cookie = text(40);
    keep(sessions, cookie, new Grant(account, "", clock.instant().plus(FORM_LIFETIME)));
    return cookie;
  }

  /** A code for a session; empty when the session is none. */
  Optional<String> code(String sessionCookie, String challenge) {
    return alive(sessions, sessionCookie)
        .map(
            session -> {
              String code = text(32);
              Instant ends = clock.instant().plus(CODE_LIFETIME);
              keep(codes, code, new Grant(session.account(), challenge, ends));
              return code;
            });
  }

  /** Whose code or refresh token this is, without using it up. */
  Optional<String> accountOfGrant(Map<String, String> form) {
    return alive(codes, form.getOrDefault("code", ""))
        .or(() -> alive(refreshes, form.getOrDefault("refresh_token", "")))
        .map(Grant::account);
  }

  /** Tokens for a code whose verifier is right; the code is used up either way. */
  Optional<JsonObject> redeem(String code, String verifier) {
    Optional<Grant> grant = alive(codes, code);
    codes.remove(code);
    return grant.filter(one -> one.proof().equals(challenge(verifier))).map(this::issue);
  }

  /** Tokens for a refresh token, which is used up. */
  Optional<JsonObject> refresh(String refreshToken) {
    Optional<Grant> grant = alive(refreshes, refreshToken);
    refreshes.remove(refreshToken);
    return grant.map(this::issue);
  }

  private JsonObject issue(Grant grant) {
    Instant now = clock.instant();
    String access = "eyJhbGciOiJSUzI1NiJ9." + text(40) + "." + text(40);
    String refresh = text(32);
    keep(tokens, access, new Grant(grant.account(), "", now.plus(TOKEN_LIFETIME)));
    keep(refreshes, refresh, new Grant(grant.account(), "", now.plus(REFRESH_LIFETIME)));
    return JsonText.object()
        .add("id_token", "eyJhbGciOiJSUzI1NiJ9." + text(20))
        .add("access_token", access)
        .add("expires_in", TOKEN_LIFETIME.toSeconds())
        .add("token_type", "Bearer")
        .add("refresh_token", refresh)
        .add("scope", "openid profile mondoapi offline_access")
        .build();
  }

  /** Whose token this is, while it lives. */
  Optional<String> accountOfToken(String accessToken) {
    return alive(tokens, accessToken).map(Grant::account);
  }

  void end(String accessToken) {
    tokens.remove(accessToken);
  }

  private Optional<Grant> alive(Map<String, Grant> grants, String key) {
    return Optional.ofNullable(grants.get(key))
        .filter(grant -> clock.instant().isBefore(grant.ends()));
  }

  private void keep(Map<String, Grant> grants, String key, Grant grant) {
    if (grants.size() >= SWEEP_AT) {
      Instant now = clock.instant();
      grants.values().removeIf(one -> !now.isBefore(one.ends()));
    }
    grants.put(key, grant);
  }

  private String text(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return base64(drawn);
  }

  private static String challenge(String verifier) {
    try {
      byte[] bytes = verifier.getBytes(StandardCharsets.US_ASCII);
      return base64(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
