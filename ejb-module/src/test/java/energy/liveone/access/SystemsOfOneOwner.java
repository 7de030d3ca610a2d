package energy.liveone.access;

import energy.liveone.account.AccountId;
import energy.liveone.system.Alias;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemHead;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.VendorType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows who owns some systems and nothing else. */
final class SystemsOfOneOwner implements SystemRepository {
  private final AccountId owner;
  private final List<SystemId> systems;

  SystemsOfOneOwner(AccountId owner, SystemId... systems) {
    this.owner = owner;
    this.systems = List.of(systems);
  }

  @Override
  public Map<SystemId, SystemHead> heads(Collection<SystemId> ids) {
    Map<SystemId, SystemHead> heads = new HashMap<>();
    ids.stream()
        .filter(systems::contains)
        .forEach(id -> heads.put(id, new SystemHead(owner.value(), 1)));
    return heads;
  }

  @Override
  public Optional<MonitoredSystem> find(SystemId id) {
    return Optional.empty();
  }

  @Override
  public Optional<MonitoredSystem> findByAlias(int ownerAccountId, Alias alias) {
    return Optional.empty();
  }

  @Override
  public List<MonitoredSystem> ownedBy(int ownerAccountId) {
    return List.of();
  }

  @Override
  public List<MonitoredSystem> named(Collection<SystemId> ids) {
    return List.of();
  }

  @Override
  public List<MonitoredSystem> all() {
    return List.of();
  }

  @Override
  public boolean exists(int ownerAccountId, VendorType vendorType, String vendorSiteId) {
    return false;
  }

  @Override
  public MonitoredSystem add(MonitoredSystem system) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(MonitoredSystem system) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void flush() {
    throw new UnsupportedOperationException();
  }
}
