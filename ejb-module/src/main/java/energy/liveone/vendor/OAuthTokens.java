package energy.liveone.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor handed out when an owner let us in. Never prints its values.
 *
 * @param accessToken sent with each call
 * @param refreshToken buys new tokens, once
 * @param expiresAt when the access token runs out
 * @param account the vendor's id of the account that let us in; the same after each renewal
 */
public record OAuthTokens(
    String accessToken, String refreshToken, Instant expiresAt, String account) {
  private static final String ACCESS = "access_token";
  private static final String REFRESH = "refresh_token";
  private static final String EXPIRES = "expires_at";
  private static final String ACCOUNT = "account";

  /** The tokens among credentials; empty when they are none. */
  public static Optional<OAuthTokens> of(Credentials credentials) {
    Optional<String> access = credentials.get(ACCESS);
    Optional<String> refresh = credentials.get(REFRESH);
    Optional<String> account = credentials.get(ACCOUNT);
    return access.isPresent() && refresh.isPresent() && account.isPresent()
        ? Optional.of(
            new OAuthTokens(
                access.get(),
                refresh.get(),
                credentials.get(EXPIRES).flatMap(OAuthTokens::time).orElse(Instant.EPOCH),
                account.get()))
        : Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As credentials, in which form they are sealed and handed to the adapter. */
  public Credentials credentials() {
    return new Credentials(
        Map.of(
            ACCESS, accessToken, REFRESH, refreshToken, EXPIRES, "" + expiresAt, ACCOUNT, account));
  }

  /** Whether the access token lasts longer than this from now on. */
  public boolean lastsFor(Duration time, Instant now) {
    return expiresAt.isAfter(now.plus(time));
  }

  /** The time only. */
  @Override
  public String toString() {
    return "OAuthTokens[" + expiresAt + "]";
  }
}
