package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which device pushes for which system. */
@ApplicationScoped
public class JpaPushKeys {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** The system of a site. */
  @Transactional
  Optional<PushedSystem> find(VendorType vendor, String vendorSiteId) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT k.system_id, s.display_name, k.key_sha256 FROM push_keys k"
                    + " JOIN systems s ON s.id = k.system_id"
                    + " WHERE k.vendor_type = ? AND k.vendor_site_id = ?")
            .setParameter(1, vendor.value())
            .setParameter(2, vendorSiteId)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new PushedSystem(
                    new SystemId(((Number) row[0]).intValue()), (String) row[1], (byte[]) row[2]))
        .findFirst();
  }

  /** Since when the device of a system has its key; empty when none pushes for it. */
  @Transactional
  public Optional<Instant> madeAt(SystemId system) {
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement("SELECT created_at FROM push_keys WHERE system_id = ?")) {
      query.setInt(1, system.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.ofNullable(UtcTime.in(row, 1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading when a key was made", e);
    }
  }
}
