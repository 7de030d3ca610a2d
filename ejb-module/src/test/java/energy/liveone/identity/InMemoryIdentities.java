package energy.liveone.identity;

import energy.liveone.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Identities without a database. */
final class InMemoryIdentities implements Identities {
  private final List<LinkedIdentity> stored = new ArrayList<>();
  private int lastId;

  @Override
  public Optional<LinkedIdentity> find(Identity identity) {
    return stored.stream().filter(one -> one.identity().equals(identity)).findFirst();
  }

  @Override
  public List<LinkedIdentity> of(AccountId account) {
    return stored.stream().filter(one -> one.account().equals(account)).toList();
  }

  @Override
  public void add(AccountId account, ProvenPerson person, Instant now) {
    String email = person.verifiedEmail().map(Object::toString).orElse(null);
    stored.add(new LinkedIdentity(++lastId, account, person.identity(), email, now, null));
  }

  @Override
  public boolean remove(int link) {
    return stored.removeIf(one -> one.id() == link);
  }

  @Override
  public void noteUse(int link, Instant now) {
    stored.replaceAll(
        one ->
            one.id() == link
                ? new LinkedIdentity(
                    link, one.account(), one.identity(), one.emailOrNull(), one.linkedAt(), now)
                : one);
  }
}
