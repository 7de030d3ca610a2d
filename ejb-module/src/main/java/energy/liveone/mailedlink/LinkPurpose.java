package energy.liveone.mailedlink;

import java.time.Duration;

/** What a link is good for. */
public enum LinkPurpose {
  /** Making an account. */
  SIGN_UP("welcome", Duration.ofHours(24)),
  /** Proving that an address is the account's owner's. */
  VERIFY_EMAIL("verify-email", Duration.ofHours(24)),
  /** Choosing a new password. */
  RESET_PASSWORD("reset-password", Duration.ofMinutes(30));

  private final String page;
  private final Duration lifetime;

  LinkPurpose(String page, Duration lifetime) {
    this.page = page;
    this.lifetime = lifetime;
  }

  String page() {
    return page;
  }

  Duration lifetime() {
    return lifetime;
  }
}
