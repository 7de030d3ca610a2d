package energy.liveone.preference;

import energy.liveone.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What the owners of accounts prefer. */
@ApplicationScoped
public class PreferenceService {
  private final JpaPreferences preferences;

  @Inject
  PreferenceService(JpaPreferences preferences) {
    this.preferences = preferences;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected PreferenceService() {
    this(null);
  }

  /** What an account's owner prefers; empty for who never chose anything. */
  @Transactional
  public Optional<Preferences> of(AccountId account) {
    return preferences.find(account);
  }

  /** Changes what an account's owner prefers, and answers all of it. */
  @Transactional
  public Preferences change(AccountId account, PreferenceChange change) {
    preferences.change(account, change);
    return preferences.find(account).orElse(Preferences.DEFAULT);
  }
}
