package energy.liveone.credential;

import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sealed credentials in the table {@code secure_credentials}. Each use decrypts anew: that costs
 * microseconds, and nothing decrypted stays in memory.
 */
@ApplicationScoped
public class JpaCredentialVault implements CredentialVault {
  private static final Logger LOG = Logger.getLogger(JpaCredentialVault.class.getName());
  private static final int SYSTEMS_A_QUERY = 1000;
  private static final int NAMED_IN_LOG = 10;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Inject private CredentialCipher cipher;
  @Inject private Clock clock;

  @Override
  public Optional<Credentials> open(SystemId system) {
    return Optional.ofNullable(openAll(List.of(system)).get(system));
  }

  @Override
  public Map<SystemId, Credentials> openAll(Collection<SystemId> systems) {
    List<SystemId> all = List.copyOf(systems);
    Map<SystemId, Credentials> opened = new HashMap<>();
    List<SystemId> unreadable = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SYSTEMS_A_QUERY) {
      List<SystemId> some = all.subList(from, Math.min(all.size(), from + SYSTEMS_A_QUERY));
      sealed(some)
          .forEach(
              (system, text) -> {
                if (cipher.open(system, text) instanceof Opened o) {
                  opened.put(system, o.credentials());
                } else {
                  unreadable.add(system);
                }
              });
    }
    warnOf(unreadable);
    return opened;
  }

  private Map<SystemId, String> sealed(List<SystemId> systems) {
    String places =
        IntStream.rangeClosed(1, systems.size())
            .mapToObj(i -> "?" + i)
            .collect(Collectors.joining(","));
    Query query =
        em.createNativeQuery(
            "SELECT system_id, encrypted_credentials FROM secure_credentials"
                + " WHERE system_id IN ("
                + places
                + ")");
    for (int i = 0; i < systems.size(); i++) {
      query.setParameter(i + 1, systems.get(i).value());
    }
    Map<SystemId, String> sealed = new HashMap<>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      sealed.put(new SystemId(((Number) columns[0]).intValue()), (String) columns[1]);
    }
    return sealed;
  }

  private static void warnOf(List<SystemId> unreadable) {
    if (!unreadable.isEmpty()) {
      LOG.severe(
          () ->
              "The credentials of %d systems do not open with the present %s, among them %s"
                  .formatted(
                      unreadable.size(),
                      CredentialKey.PROPERTY,
                      unreadable.stream().limit(NAMED_IN_LOG).toList()));
    }
  }

  @Override
  @Transactional
  public void seal(SystemId system, Credentials credentials) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    em.createNativeQuery(
            "INSERT INTO secure_credentials"
                + " (system_id, encrypted_credentials, created_at, updated_at)"
                + " VALUES (?1, ?2, ?3, ?3) ON DUPLICATE KEY UPDATE"
                + " encrypted_credentials = VALUES(encrypted_credentials),"
                + " updated_at = VALUES(updated_at)")
        .setParameter(1, system.value())
        .setParameter(2, cipher.seal(system, credentials))
        .setParameter(3, now)
        .executeUpdate();
  }

  /** How many systems have credentials that were sealed with another key, or are no sealed text. */
  public long countUnderOtherKeys() {
    Object count =
        em.createNativeQuery(
                "SELECT COUNT(*) FROM secure_credentials WHERE encrypted_credentials NOT LIKE ?1")
            .setParameter(1, cipher.prefix() + "%")
            .getSingleResult();
    return ((Number) count).longValue();
  }
}
