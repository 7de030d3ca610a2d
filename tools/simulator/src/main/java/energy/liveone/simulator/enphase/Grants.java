package energy.liveone.simulator.enphase;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Codes and tokens in force. They run out by the virtual clock. */
final class Grants {

  /** As the vendor's answers have been seen to say. */
  static final Duration ACCESS = Duration.ofSeconds(86_393);

  private static final Duration REFRESH = Duration.ofDays(30);
  private static final Duration CODE = Duration.ofMinutes(5);
  private static final int SWEEP_AT = 20_000;

  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> access = new ConcurrentHashMap<>();
  private final Map<String, Grant> refresh = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final LastingTokens lasting = new LastingTokens();
  private final Function<String, Optional<EnphaseAccount>> accounts;
  private final Clock clock;

  /**
   * @param accounts by e-mail address
   */
  Grants(Function<String, Optional<EnphaseAccount>> accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * What an account has granted to an application.
   *
   * @param redirectUri where the code was sent; the code is good only together with it
   * @param until when the code or token runs out
   */
  record Grant(String clientId, EnphaseAccount account, String redirectUri, Instant until) {
    Grant until(Instant then) {
      return new Grant(clientId, account, redirectUri, then);
    }
  }

  /** A pair of tokens. */
  record Tokens(String access, String refresh, EnphaseAccount account) {}

  String code(String clientId, EnphaseAccount account, String redirectUri) {
    String code = secret("");
    codes.put(code, new Grant(clientId, account, redirectUri, clock.instant().plus(CODE)));
    return code;
  }

  /** Turns a code into tokens; a code is good once. */
  Optional<Tokens> redeem(String code, String clientId, String redirectUri) {
    return live(codes, code)
        .filter(grant -> grant.clientId.equals(clientId))
        .filter(grant -> grant.redirectUri.equals(redirectUri))
        .filter(grant -> codes.remove(code, grant))
        .map(this::issue);
  }

  /** Turns a refresh token into new tokens; the old one is worth nothing from then on. */
  Optional<Tokens> renew(String token, String clientId) {
    return live(refresh, token)
        .filter(grant -> grant.clientId.equals(clientId))
        .filter(grant -> refresh.remove(token, grant))
        .or(() -> ofEarlierRun(token, clientId))
        .map(this::issue);
  }

  private Optional<Grant> ofEarlierRun(String token, String clientId) {
    return lasting
        .spendEarlier(token)
        .flatMap(accounts)
        .map(account -> new Grant(clientId, account, "", clock.instant()));
  }

  private Tokens issue(Grant grant) {
    Instant now = clock.instant();
    if (access.size() > SWEEP_AT) {
      access.values().removeIf(old -> !old.until.isAfter(now));
    }
    Tokens tokens =
        new Tokens(secret("eyJhbGciOi."), lasting.of(grant.account.email()), grant.account);
    access.put(tokens.access, grant.until(now.plus(ACCESS)));
    refresh.put(tokens.refresh, grant.until(now.plus(REFRESH)));
    return tokens;
  }

  Optional<Grant> ofAccess(String token) {
    return live(access, token);
  }

  /** The account of a code or refresh token, used up or not. */
  Optional<EnphaseAccount> accountOf(String codeOrRefresh) {
    return Optional.ofNullable(codes.getOrDefault(codeOrRefresh, refresh.get(codeOrRefresh)))
        .map(Grant::account);
  }

  void endAccess(String token) {
    access.remove(token);
  }

  /** Ends all access tokens of an account; its refresh tokens stay good. */
  void endAccessOf(String email) {
    access.values().removeIf(grant -> grant.account.email().equals(email));
  }

  /** Takes back all that an account has granted. */
  void revoke(String email) {
    lasting.revoke(email);
    for (Map<String, Grant> grants : List.of(codes, access, refresh)) {
      grants.values().removeIf(grant -> grant.account.email().equals(email));
    }
  }

  private Optional<Grant> live(Map<String, Grant> grants, String key) {
    return Optional.ofNullable(grants.get(key))
        .filter(grant -> grant.until.isAfter(clock.instant()));
  }

  private String secret(String prefix) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
