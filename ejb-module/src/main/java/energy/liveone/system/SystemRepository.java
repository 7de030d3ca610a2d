package energy.liveone.system;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored systems. All methods join the caller's transaction where there is one. */
public interface SystemRepository {
  /** The system of this id. */
  Optional<MonitoredSystem> find(SystemId id);

  /**
   * The heads of those systems that exist; cheaper than the systems themselves, because every
   * request asks.
   */
  Map<SystemId, SystemHead> heads(Collection<SystemId> ids);

  /** The system of this owner and alias. */
  Optional<MonitoredSystem> findByAlias(int ownerAccountId, Alias alias);

  /** All systems of an owner, default first, then by name. */
  List<MonitoredSystem> ownedBy(int ownerAccountId);

  /** Those of some systems that exist, by name. */
  List<MonitoredSystem> named(Collection<SystemId> ids);

  /** All systems, by id. */
  List<MonitoredSystem> all();

  /** Whether the owner already has this site. */
  boolean exists(int ownerAccountId, VendorType vendorType, String vendorSiteId);

  /** Stores a new system and gives it its id. */
  MonitoredSystem add(MonitoredSystem system);

  /** Deletes a system with all that refers to it, time series excepted. */
  void remove(MonitoredSystem system);

  /** Writes what changed so far to the database, within the transaction. */
  void flush();
}
