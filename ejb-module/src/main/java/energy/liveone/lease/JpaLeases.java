package energy.liveone.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leases as rows. Time is the database's own, so that nodes whose clocks differ agree on who is
 * dead.
 */
@ApplicationScoped
@Transactional
public class JpaLeases implements Leases {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  private final String node;

  /** For the container's proxy. */
  protected JpaLeases() {
    this("");
  }

  /** Leases of the node of this name; the name is for people, it need not be unique. */
  @Inject
  public JpaLeases(@ConfigProperty(name = "liveone.node", defaultValue = "node") String node) {
    this.node = node;
  }

  @Override
  public <T> Optional<T> claim(String task, Duration length, Function<Lease, T> begin) {
    Lease lease = new Lease(task, node + "/" + UUID.randomUUID());
    // Assignments run from left to right: the second sees the owner that the first has set.
    em.createNativeQuery(
            "INSERT INTO leases (task, lease_owner, lease_until)"
                + " VALUES (?1, ?2, UTC_TIMESTAMP(3) + INTERVAL ?3 SECOND)"
                + " ON DUPLICATE KEY UPDATE"
                + " lease_owner = IF(lease_until <= UTC_TIMESTAMP(3), VALUES(lease_owner), lease_owner),"
                + " lease_until = IF(lease_owner = VALUES(lease_owner), VALUES(lease_until), lease_until)")
        .setParameter(1, task)
        .setParameter(2, lease.owner())
        .setParameter(3, length.toSeconds())
        .executeUpdate();
    boolean mine =
        !em.createNativeQuery("SELECT task FROM leases WHERE task = ?1 AND lease_owner = ?2")
            .setParameter(1, task)
            .setParameter(2, lease.owner())
            .getResultList()
            .isEmpty();
    return mine ? Optional.of(begin.apply(lease)) : Optional.empty();
  }

  @Override
  public boolean renew(Lease lease, Duration length) {
    return em.createNativeQuery(
                "UPDATE leases SET lease_until = UTC_TIMESTAMP(3) + INTERVAL ?3 SECOND"
                    + " WHERE task = ?1 AND lease_owner = ?2")
            .setParameter(1, lease.task())
            .setParameter(2, lease.owner())
            .setParameter(3, length.toSeconds())
            .executeUpdate()
        == 1;
  }

  @Override
  public void release(Lease lease) {
    em.createNativeQuery("DELETE FROM leases WHERE task = ?1 AND lease_owner = ?2")
        .setParameter(1, lease.task())
        .setParameter(2, lease.owner())
        .executeUpdate();
  }

  @Override
  public boolean isAbandoned(String task) {
    return !em.createNativeQuery(
            "SELECT task FROM leases WHERE task = ?1 AND lease_until <= UTC_TIMESTAMP(3)")
        .setParameter(1, task)
        .getResultList()
        .isEmpty();
  }
}
