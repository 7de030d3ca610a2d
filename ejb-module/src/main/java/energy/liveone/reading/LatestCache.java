package energy.liveone.reading;

import energy.liveone.system.SystemId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Latest values in the data grid, under {@code latest:system:{id}}. The database has the same, so
 * when the grid fails, readers go there and a warning is logged once; a snapshot that another node
 * wrote later is never replaced by an older one for longer than until the next poll.
 */
@ApplicationScoped
public class LatestCache implements LatestValues {
  private static final Logger LOG = Logger.getLogger(LatestCache.class.getName());
  private static final String NAME = "liveone-latest";

  private final JpaLatestTable table;
  private final Instance<CacheManager> managers;
  private @Nullable Cache<String, LatestSnapshot> cache;
  private volatile boolean warned;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected LatestCache() {
    this(new JpaLatestTable(), null);
  }

  /**
   * @param managers the server's own cache manager; {@code Caching.getCachingProvider()} would
   *     instead make a client that looks for a foreign grid, and wait for it for ever
   */
  @Inject
  LatestCache(JpaLatestTable table, Instance<CacheManager> managers) {
    this.table = table;
    this.managers = managers;
  }

  @PostConstruct
  void open() {
    try {
      CacheManager manager = managers.get();
      Cache<String, LatestSnapshot> existing =
          manager.getCache(NAME, String.class, LatestSnapshot.class);
      cache =
          existing != null
              ? existing
              : manager.createCache(
                  NAME,
                  new MutableConfiguration<String, LatestSnapshot>()
                      .setTypes(String.class, LatestSnapshot.class)
                      .setStoreByValue(true));
    } catch (RuntimeException e) {
      warn(e);
    }
  }

  @Override
  @Transactional
  public Map<SystemId, LatestSnapshot> of(List<SystemId> systems) {
    Map<SystemId, LatestSnapshot> found = new HashMap<>();
    List<Integer> missing = new ArrayList<>();
    for (SystemId system : systems) {
      LatestSnapshot snapshot = get(system);
      if (snapshot != null) {
        found.put(system, snapshot);
      } else {
        missing.add(system.value());
      }
    }
    Map<Integer, LatestSnapshot> read = table.read(missing);
    read.forEach((system, snapshot) -> found.put(new SystemId(system), snapshot));
    put(read.values());
    return found;
  }

  /** Takes in snapshots that are committed. */
  void put(Collection<LatestSnapshot> snapshots) {
    Cache<String, LatestSnapshot> target = cache;
    if (target == null || snapshots.isEmpty()) {
      return;
    }
    try {
      Map<String, LatestSnapshot> entries = new HashMap<>();
      snapshots.forEach(snapshot -> entries.put(key(snapshot.systemId()), snapshot));
      target.putAll(entries);
      warned = false;
    } catch (CacheException | IllegalStateException e) {
      warn(e);
    }
  }

  /** Forgets a system that was deleted. */
  public void forget(SystemId system) {
    Cache<String, LatestSnapshot> target = cache;
    if (target != null) {
      try {
        target.remove(key(system));
      } catch (CacheException | IllegalStateException e) {
        warn(e);
      }
    }
  }

  private @Nullable LatestSnapshot get(SystemId system) {
    Cache<String, LatestSnapshot> source = cache;
    if (source == null) {
      return null;
    }
    try {
      return source.get(key(system));
    } catch (CacheException | IllegalStateException e) {
      warn(e);
      return null;
    }
  }

  private void warn(RuntimeException e) {
    if (!warned) {
      warned = true;
      LOG.log(Level.WARNING, "The cache of latest values is not available; using the database", e);
    }
  }

  private static String key(SystemId system) {
    return "latest:system:" + system;
  }
}
