package energy.liveone.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts without a database. */
public final class InMemoryAccounts implements AccountRepository {
  private final List<Account> stored = new ArrayList<>();

  @Override
  public Optional<Account> find(AccountId id) {
    return stored.stream().filter(a -> a.profile().id().equals(id)).findFirst();
  }

  @Override
  public Optional<Account> findByEmail(EmailAddress email) {
    return stored.stream().filter(a -> a.profile().email().equals(email)).findFirst();
  }

  @Override
  public List<Account> all() {
    return List.copyOf(stored);
  }

  @Override
  public Account add(Account account) {
    account.assignId(stored.size() + 1);
    stored.add(account);
    return account;
  }
}
