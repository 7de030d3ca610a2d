package energy.liveone.reading;

import energy.liveone.system.SystemId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
 * wrote later is never replaced by an older one for longer than until the next poll. Entries are
 * text, which the grid takes without Java serialisation: writing them is a part of every poll.
 */
@ApplicationScoped
public class LatestCache implements LatestValues {
  private static final Logger LOG = Logger.getLogger(LatestCache.class.getName());
  private static final String NAME = "liveone-latest";

  private final JpaLatestTable table;
  private final Instance<CacheManager> managers;
  private final ConcurrentMap<Integer, ReadEntry> read = new ConcurrentHashMap<>();
  private @Nullable Cache<String, String> cache;
  private volatile boolean warned;

  /** An entry that somebody wanted, and what it says; others will want it before it changes. */
  private record ReadEntry(String text, LatestSnapshot snapshot) {}

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
      Cache<String, String> existing = manager.getCache(NAME, String.class, String.class);
      cache =
          existing != null
              ? existing
              : manager.createCache(
                  NAME,
                  new MutableConfiguration<String, String>()
                      .setTypes(String.class, String.class)
                      .setStoreByValue(true));
    } catch (RuntimeException e) {
      warn(e);
    }
  }

  @Override
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
    if (missing.isEmpty()) {
      return found;
    }
    Map<Integer, LatestText> read = table.read(missing);
    read.forEach((system, latest) -> found.put(new SystemId(system), latest.snapshot()));
    put(read.values());
    return found;
  }

  /** Takes in snapshots that are committed. */
  void put(Collection<LatestText> snapshots) {
    Cache<String, String> target = cache;
    if (target == null || snapshots.isEmpty()) {
      return;
    }
    try {
      Map<String, String> entries = new HashMap<>();
      snapshots.forEach(latest -> entries.put(key(latest.system()), latest.entry()));
      target.putAll(entries);
      warned = false;
    } catch (CacheException | IllegalStateException e) {
      warn(e);
    }
  }

  /** Forgets a system that was deleted. */
  public void forget(SystemId system) {
    read.remove(system.value());
    Cache<String, String> target = cache;
    if (target != null) {
      try {
        target.remove(key(system.value()));
      } catch (CacheException | IllegalStateException e) {
        warn(e);
      }
    }
  }

  private @Nullable LatestSnapshot get(SystemId system) {
    Cache<String, String> source = cache;
    if (source == null) {
      return null;
    }
    try {
      String entry = source.get(key(system.value()));
      return entry == null ? null : snapshot(system.value(), entry);
    } catch (CacheException | IllegalStateException e) {
      warn(e);
      return null;
    }
  }

  private LatestSnapshot snapshot(int system, String entry) {
    ReadEntry known = read.get(system);
    if (known != null && known.text().equals(entry)) {
      return known.snapshot();
    }
    LatestSnapshot snapshot = LatestText.ofEntry(system, entry).snapshot();
    read.put(system, new ReadEntry(entry, snapshot));
    return snapshot;
  }

  private void warn(RuntimeException e) {
    if (!warned) {
      warned = true;
      LOG.log(Level.WARNING, "The cache of latest values is not available; using the database", e);
    }
  }

  private static String key(int system) {
    return "latest:system:" + system;
  }
}
