package energy.liveone.composite;

import energy.liveone.account.AccountId;
import energy.liveone.database.Sql;
import energy.liveone.database.UtcTime;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Composites and their members in the database. Joins the caller's transaction. */
@ApplicationScoped
@Transactional
public class JpaComposites {
  private static final String SELECT =
      "SELECT id, owner_account_id, name, slug, description, display_order, is_favorite,"
          + " display_timezone, grid_co2_g_per_kwh, created_at, updated_at FROM composite_systems";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A composite without its members. */
  record Head(
      CompositeId id,
      AccountId owner,
      CompositeSettings settings,
      Instant createdAt,
      Instant updatedAt) {}

  /** A stored member; a system that was deleted is null. */
  record MemberRow(@Nullable Integer system, String name, @Nullable Double batteryKwh) {}

  /** One composite. */
  public Optional<Head> find(CompositeId id) {
    return heads(SELECT + " WHERE id = ?", id.value()).stream().findFirst();
  }

  /** The composite of this owner and slug. */
  public Optional<Head> find(AccountId owner, Alias slug) {
    return heads(SELECT + " WHERE owner_account_id = ? AND slug = ?", owner.value(), slug.value())
        .stream()
        .findFirst();
  }

  /** The composites of an owner: favourites first, then in their order. */
  public List<Head> of(AccountId owner) {
    return heads(
        SELECT + " WHERE owner_account_id = ? ORDER BY is_favorite DESC, display_order, name, id",
        owner.value());
  }

  /** The members of a composite in their order, those that are lost among them. */
  public List<MemberRow> members(CompositeId id) {
    return Sql.list(
        connection(),
        "Reading members",
        "SELECT m.system_id, COALESCE(s.display_name, m.system_name), m.battery_kwh"
            + " FROM composite_system_members m LEFT JOIN systems s ON s.id = m.system_id"
            + " WHERE m.composite_id = ? ORDER BY m.display_order, m.id",
        List.of(id.value()),
        row -> {
          int system = row.getInt(1);
          return new MemberRow(
              row.wasNull() ? null : (Integer) system, row.getString(2), Sql.number(row, 3));
        });
  }

  /** The composites that a system is in. */
  public List<CompositeId> with(SystemId system) {
    return Sql.list(
        connection(),
        "Finding composites of a system",
        "SELECT composite_id FROM composite_system_members WHERE system_id = ?",
        List.of(system.value()),
        row -> new CompositeId(row.getInt(1)));
  }

  /** Stores a new composite without members. */
  public CompositeId add(AccountId owner, CompositeSettings settings, Instant now) {
    List<@Nullable Object> values = values(settings, now);
    values.add(owner.value());
    values.add(UtcTime.of(now));
    Sql.update(
        connection(),
        "Storing a composite",
        "INSERT INTO composite_systems (name, slug, description, display_order, is_favorite,"
            + " display_timezone, grid_co2_g_per_kwh, updated_at, owner_account_id, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values);
    return find(owner, settings.slug()).orElseThrow().id();
  }

  /** Replaces what its owner says of it. */
  public void change(CompositeId id, CompositeSettings settings, Instant now) {
    List<@Nullable Object> values = values(settings, now);
    values.add(id.value());
    Sql.update(
        connection(),
        "Changing a composite",
        "UPDATE composite_systems SET name = ?, slug = ?, description = ?, display_order = ?,"
            + " is_favorite = ?, display_timezone = ?, grid_co2_g_per_kwh = ?, updated_at = ?"
            + " WHERE id = ?",
        values);
  }

  /** Replaces its members; bindings of points of others are dropped. */
  public void replaceMembers(CompositeId id, List<WantedMember> members) {
    Sql.update(
        connection(),
        "Removing members",
        "DELETE FROM composite_system_members WHERE composite_id = ?",
        List.of(id.value()));
    for (int i = 0; i < members.size(); i++) {
      WantedMember member = members.get(i);
      Sql.update(
          connection(),
          "Adding a member",
          "INSERT INTO composite_system_members"
              + " (composite_id, system_id, display_order, system_name, battery_kwh)"
              + " SELECT ?, id, ?, display_name, ? FROM systems WHERE id = ?",
          Arrays.asList(id.value(), i, member.batteryKwhOrNull(), member.system().value()));
    }
    Sql.update(
        connection(),
        "Dropping bindings",
        "DELETE b FROM composite_bindings b JOIN point_info p ON p.point_id = b.point_id"
            + " WHERE b.composite_id = ? AND p.system_id NOT IN (SELECT system_id"
            + " FROM composite_system_members WHERE composite_id = ? AND system_id IS NOT NULL)",
        List.of(id.value(), id.value()));
  }

  /** Deletes a composite with all that refers to it; its members stay as they are. */
  public void remove(CompositeId id) {
    Sql.update(
        connection(),
        "Deleting a composite",
        "DELETE FROM composite_systems WHERE id = ?",
        List.of(id.value()));
  }

  private static List<@Nullable Object> values(CompositeSettings settings, Instant now) {
    return new ArrayList<>(
        Arrays.asList(
            settings.name(),
            settings.slug().value(),
            settings.descriptionOrNull(),
            settings.position(),
            settings.isFavorite(),
            settings.zone().getId(),
            settings.gridCo2GramsPerKwhOrNull(),
            UtcTime.of(now)));
  }

  private List<Head> heads(String sql, Object... parameters) {
    return Sql.list(
        connection(), "Reading composites", sql, List.of(parameters), JpaComposites::head);
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        new CompositeId(row.getInt(1)),
        new AccountId(row.getInt(2)),
        new CompositeSettings(
            row.getString(3),
            new Alias(row.getString(4)),
            row.getString(5),
            row.getInt(6),
            row.getBoolean(7),
            ZoneId.of(row.getString(8)),
            Sql.number(row, 9)),
        time(row, 10),
        time(row, 11));
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
