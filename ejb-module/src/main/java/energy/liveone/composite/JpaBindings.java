package energy.liveone.composite;

import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.Sql;
import energy.liveone.flow.DefaultRoles;
import energy.liveone.flow.Role;
import energy.liveone.flow.RoleFacts;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Points with their roles: by default, and as owners of composites chose. */
@ApplicationScoped
@Transactional
public class JpaBindings {
  /** Of a composite that nobody stored, so that all roles are the default ones. */
  private static final int NO_COMPOSITE = 0;

  private static final String SELECT =
      "SELECT p.point_id, p.system_id, p.point_key, p.label, p.unit, p.metric_type, p.number_class,"
          + " p.source, p.is_active, COALESCE(p.subsystem, ''), COALESCE(p.type, ''),"
          + " b.role, COALESCE(b.excluded, FALSE) FROM point_info p LEFT JOIN composite_bindings b"
          + " ON b.point_id = p.point_id AND b.composite_id = ? WHERE p.system_id IN ";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A point with what its default role follows from. */
  private record Row(Binding binding, RoleFacts facts) {}

  /** The points of systems as a composite binds them, in the order of display. */
  public List<Binding> of(CompositeId composite, Collection<SystemId> systems) {
    return read(composite.value(), systems);
  }

  /** The points of systems with their default roles. */
  public List<Binding> byDefault(Collection<SystemId> systems) {
    return read(NO_COMPOSITE, systems);
  }

  private List<Binding> read(int composite, Collection<SystemId> systems) {
    if (systems.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>();
    parameters.add(composite);
    systems.forEach(system -> parameters.add(system.value()));
    List<Row> rows =
        Sql.list(
            em.unwrap(Connection.class),
            "Reading bindings",
            SELECT
                + MultiRowStatement.inList(systems.size())
                + " ORDER BY p.system_id, p.display_order, p.point_id",
            parameters,
            JpaBindings::row);
    Map<SystemId, List<RoleFacts>> facts = new LinkedHashMap<>();
    rows.forEach(
        row ->
            facts
                .computeIfAbsent(row.binding().system(), id -> new ArrayList<>())
                .add(row.facts()));
    Map<Integer, Role> defaults = new HashMap<>();
    facts.values().forEach(own -> defaults.putAll(DefaultRoles.of(own)));
    return rows.stream()
        .map(row -> withDefault(row.binding(), defaults.get(row.binding().pointId())))
        .toList();
  }

  /** Keeps what an owner wants of a point. */
  public void set(CompositeId composite, int pointId, @Nullable Role role, boolean excluded) {
    Sql.update(
        em.unwrap(Connection.class),
        "Binding a point",
        "INSERT INTO composite_bindings (composite_id, point_id, role, excluded)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE role = VALUES(role),"
            + " excluded = VALUES(excluded)",
        Arrays.asList(composite.value(), pointId, role == null ? null : role.wireName(), excluded));
  }

  private static Row row(ResultSet row) throws SQLException {
    String role = row.getString(12);
    MetricType metric = MetricType.ofWireName(row.getString(6));
    return new Row(
        new Binding(
            row.getInt(1),
            new SystemId(row.getInt(2)),
            new PointKey(row.getString(3)),
            row.getString(4),
            row.getString(5),
            metric,
            NumberClass.ofWireName(row.getString(7)),
            PointSource.ofWireName(row.getString(8)),
            row.getBoolean(9),
            null,
            role == null ? null : Role.ofWireName(role).orElse(null),
            row.getBoolean(13)),
        new RoleFacts(row.getInt(1), metric, row.getString(10), row.getString(11)));
  }

  private static Binding withDefault(Binding binding, @Nullable Role role) {
    return new Binding(
        binding.pointId(),
        binding.system(),
        binding.key(),
        binding.label(),
        binding.unit(),
        binding.metric(),
        binding.numberClass(),
        binding.source(),
        binding.active(),
        role,
        binding.chosenRoleOrNull(),
        binding.excluded());
  }
}
