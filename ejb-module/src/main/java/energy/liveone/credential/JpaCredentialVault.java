package energy.liveone.credential;

import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.GrantTokens;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sealed credentials in the table {@code secure_credentials}; those of systems that came from a
 * grant lie with the grant, in {@code vendor_grants}. Each use decrypts anew: that costs
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
    return Optional.ofNullable(openAll(List.of(system)).opened().get(system));
  }

  @Override
  public OpenedCredentials openAll(Collection<SystemId> systems) {
    List<SystemId> all = List.copyOf(systems);
    Map<SystemId, Credentials> opened = new HashMap<>();
    Set<SystemId> unreadable = new LinkedHashSet<>();
    for (int from = 0; from < all.size(); from += SYSTEMS_A_QUERY) {
      List<SystemId> some = all.subList(from, Math.min(all.size(), from + SYSTEMS_A_QUERY));
      for (Sealed sealed : sealed(some)) {
        if (sealed.open(cipher) instanceof Opened o) {
          opened.put(sealed.system(), sealed.complete(o.credentials()));
        } else {
          unreadable.add(sealed.system());
        }
      }
    }
    warnOf(unreadable);
    return new OpenedCredentials(opened, unreadable);
  }

  /**
   * Credentials as stored.
   *
   * @param grant the grant that they belong to, null for the system's own
   */
  private record Sealed(SystemId system, @Nullable Integer grant, String text) {
    Unsealing open(CredentialCipher cipher) {
      return grant == null ? cipher.open(system, text) : cipher.open("grant:" + grant, text);
    }

    /** Names the grant, so that its tokens can be renewed. */
    Credentials complete(Credentials credentials) {
      if (grant == null) {
        return credentials;
      }
      Map<String, String> values = new HashMap<>(credentials.values());
      values.put(GrantTokens.GRANT, grant.toString());
      return new Credentials(values);
    }
  }

  private List<Sealed> sealed(List<SystemId> systems) {
    String places =
        IntStream.rangeClosed(1, systems.size())
            .mapToObj(i -> "?" + i)
            .collect(Collectors.joining(","));
    Query query =
        em.createNativeQuery(
            "SELECT system_id, NULL, encrypted_credentials FROM secure_credentials"
                + " WHERE system_id IN ("
                + places
                + ") UNION ALL SELECT s.id, g.id, g.encrypted_tokens FROM systems s"
                + " JOIN vendor_grants g ON g.id = s.grant_id WHERE s.id IN ("
                + places
                + ")");
    for (int i = 0; i < systems.size(); i++) {
      query.setParameter(i + 1, systems.get(i).value());
    }
    List<Sealed> sealed = new ArrayList<>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      sealed.add(
          new Sealed(
              new SystemId(((Number) columns[0]).intValue()),
              columns[1] == null ? null : ((Number) columns[1]).intValue(),
              (String) columns[2]));
    }
    return sealed;
  }

  private static void warnOf(Set<SystemId> unreadable) {
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
}
