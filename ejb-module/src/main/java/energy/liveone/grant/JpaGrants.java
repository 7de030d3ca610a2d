package energy.liveone.grant;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.OAuthTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Grants in the table {@code vendor_grants}; tokens are sealed for the grant that they are of. */
@ApplicationScoped
@Transactional
public class JpaGrants implements GrantStore {
  private static final Logger LOG = Logger.getLogger(JpaGrants.class.getName());

  /** A grant from which nobody chose a system for so long was a mistake. */
  private static final Duration UNUSED = Duration.ofDays(1);

  private static final String SELECT =
      "SELECT id, owner_account_id, vendor_type, encrypted_tokens, version FROM vendor_grants";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Inject private CredentialCipher cipher;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  @Override
  public Optional<Grant> find(GrantId id) {
    return rows(query(SELECT + " WHERE id = ?1", id.value())).findFirst().flatMap(this::grant);
  }

  /** A grant of this owner. */
  Optional<Grant> find(GrantId id, int ownerAccountId) {
    return find(id).filter(grant -> grant.ownerAccountId() == ownerAccountId);
  }

  private Optional<Grant> grant(Object[] row) {
    GrantId id = new GrantId(number(row[0]));
    Optional<OAuthTokens> tokens =
        cipher.open(id.holder(), (String) row[3]) instanceof Opened opened
            ? OAuthTokens.of(opened.credentials())
            : Optional.empty();
    if (tokens.isEmpty()) {
      LOG.severe(() -> "The tokens of grant %s do not open with the present key".formatted(id));
    }
    return tokens.map(
        open ->
            new Grant(id, number(row[1]), new VendorType((String) row[2]), open, number(row[4])));
  }

  @Override
  public boolean replace(Grant asRead, OAuthTokens tokens) {
    return query(
                "UPDATE vendor_grants SET encrypted_tokens = ?1, version = version + 1,"
                    + " updated_at = ?2 WHERE id = ?3 AND version = ?4",
                cipher.seal(asRead.id().holder(), tokens.credentials()),
                UtcTime.of(clock.instant()),
                asRead.id().value(),
                asRead.version())
            .executeUpdate()
        == 1;
  }

  /** Keeps the tokens of an account that was connected, for the first time or again. */
  GrantId connect(int ownerAccountId, VendorType vendor, OAuthTokens tokens) {
    // Also locks an existing row until the end.
    query(
            "INSERT INTO vendor_grants (owner_account_id, vendor_type, vendor_account,"
                + " encrypted_tokens, created_at, updated_at) VALUES (?1, ?2, ?3, '', ?4, ?4)"
                + " ON DUPLICATE KEY UPDATE version = version + 1",
            ownerAccountId,
            vendor.value(),
            tokens.account(),
            UtcTime.of(clock.instant()))
        .executeUpdate();
    Query own =
        query(
            "SELECT id FROM vendor_grants WHERE owner_account_id = ?1 AND vendor_type = ?2"
                + " AND vendor_account = ?3",
            ownerAccountId,
            vendor.value(),
            tokens.account());
    // The tokens are bound to the id, so they follow in a second step.
    GrantId id = new GrantId(number(own.getSingleResult()));
    query(
            "UPDATE vendor_grants SET encrypted_tokens = ?1, updated_at = ?2 WHERE id = ?3",
            cipher.seal(id.holder(), tokens.credentials()),
            UtcTime.of(clock.instant()),
            id.value())
        .executeUpdate();
    audit.record(
        AuditAct.VENDOR_CONNECTED,
        AuditSubject.of("grant", id.value()),
        Map.of(),
        Map.of("vendor", vendor.value()));
    return id;
  }

  /** The systems that were added from a grant. */
  List<SystemId> systems(GrantId id) {
    List<?> ids =
        query("SELECT id FROM systems WHERE grant_id = ?1 ORDER BY id", id.value()).getResultList();
    return ids.stream().map(value -> new SystemId(number(value))).toList();
  }

  /** The vendor's ids of the systems that were added from a grant. */
  List<String> sites(GrantId id) {
    List<?> sites =
        query("SELECT vendor_site_id FROM systems WHERE grant_id = ?1", id.value()).getResultList();
    return sites.stream().<String>map(String.class::cast).toList();
  }

  /** Forgets a grant that no system uses any more. */
  public void forgetUnused(GrantId id) {
    query(
            "DELETE FROM vendor_grants WHERE id = ?1 AND NOT EXISTS"
                + " (SELECT 1 FROM systems WHERE grant_id = ?1)",
            id.value())
        .executeUpdate();
  }

  /** Forgets the grants from which nobody chose a system. */
  void forgetUnused() {
    Instant before = clock.instant().minus(UNUSED);
    query(
            "DELETE FROM vendor_grants WHERE updated_at < ?1 AND NOT EXISTS"
                + " (SELECT 1 FROM systems WHERE grant_id = vendor_grants.id)",
            UtcTime.of(before))
        .executeUpdate();
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  private static Stream<Object[]> rows(Query query) {
    return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
  }

  private Query query(String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }
}
