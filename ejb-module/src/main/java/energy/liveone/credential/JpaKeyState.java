package energy.liveone.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes have to agree on, in the database: the key that is used, and which node has which
 * keys. Who seals holds a shared lock on the row of the key until the sealed text is stored, so
 * changing the key waits for all that is under way.
 */
@ApplicationScoped
@Transactional
public class JpaKeyState {
  /** A node that was not seen for so long is not there. */
  static final int ALIVE_S = 20;

  private static final int FORGOTTEN_S = 3600;

  private static final String SELECT =
      "SELECT sealing_key_id, next_key_id, previous_key_id FROM encryption_key_state";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  private final String node;
  private final String member;

  /** For the container's proxy. */
  protected JpaKeyState() {
    this("node");
  }

  @Inject
  JpaKeyState(@ConfigProperty(name = "liveone.node", defaultValue = "node") String node) {
    this.node = node;
    this.member = node + "/" + UUID.randomUUID();
  }

  /** The key to seal with, which stays the one until the caller's transaction ends. */
  @Transactional(TxType.MANDATORY)
  public String holdSealingKey() {
    return read(" LOCK IN SHARE MODE").orElseThrow().sealing();
  }

  /** What is so now; absent before the first start. */
  public Optional<KeyState> read() {
    return read("");
  }

  /** The same, and nobody else may seal or change it until the caller's transaction ends. */
  @Transactional(TxType.MANDATORY)
  public KeyState lock() {
    return read(" FOR UPDATE").orElseThrow();
  }

  private Optional<KeyState> read(String lock) {
    List<?> rows = query(SELECT + lock).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new KeyState((String) row[0], (String) row[1], (String) row[2]))
        .findFirst();
  }

  /** Says what an installation seals with that has not sealed anything. */
  public void begin(String key) {
    query("INSERT IGNORE INTO encryption_key_state (id, sealing_key_id) VALUES (1, ?)", key)
        .executeUpdate();
  }

  /** Replaces all of it. */
  public void change(KeyState state) {
    query(
            "UPDATE encryption_key_state SET sealing_key_id = ?, next_key_id = ?,"
                + " previous_key_id = ?",
            state.sealing(),
            state.nextOrNull(),
            state.previousOrNull())
        .executeUpdate();
  }

  /** Says that this node is there and which keys it has. */
  public void announce(Set<String> keys) {
    query(
            "INSERT INTO encryption_key_holders (member, node, key_ids, seen_at)"
                + " VALUES (?, ?, ?, UTC_TIMESTAMP(3))"
                + " ON DUPLICATE KEY UPDATE key_ids = VALUES(key_ids), seen_at = VALUES(seen_at)",
            member,
            node,
            String.join(",", keys))
        .executeUpdate();
    query(
            "DELETE FROM encryption_key_holders"
                + " WHERE seen_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND",
            FORGOTTEN_S)
        .executeUpdate();
  }

  /** This node is not there any more. */
  public void leave() {
    query("DELETE FROM encryption_key_holders WHERE member = ?", member).executeUpdate();
  }

  /** The nodes that are there but have not this key. */
  public Set<String> withoutKey(String key) {
    Set<String> nodes = new TreeSet<>();
    for (Object[] row : alive()) {
      if (!keysOf(row).contains(key)) {
        nodes.add((String) row[0]);
      }
    }
    return nodes;
  }

  /** Whether a node of another name is there and has this key. */
  public boolean isHeldElsewhere(String key) {
    return alive().stream().anyMatch(row -> !row[0].equals(node) && keysOf(row).contains(key));
  }

  private List<Object[]> alive() {
    List<?> rows =
        query(
                "SELECT node, key_ids FROM encryption_key_holders"
                    + " WHERE seen_at > UTC_TIMESTAMP(3) - INTERVAL ? SECOND",
                ALIVE_S)
            .getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private static List<String> keysOf(Object[] row) {
    return Arrays.asList(((String) row[1]).split(","));
  }

  private Query query(String sql, @Nullable Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }
}
