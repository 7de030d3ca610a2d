package energy.liveone.account;

import java.util.List;
import java.util.Optional;

/** Stored accounts. All methods join the caller's transaction where there is one. */
public interface AccountRepository {
  /** The account of this id. */
  Optional<Account> find(AccountId id);

  /** The account that signs in with this address. */
  Optional<Account> findByEmail(EmailAddress email);

  /** All accounts, by e-mail address. */
  List<Account> all();

  /** Stores a new account and gives it its id. */
  Account add(Account account);
}
