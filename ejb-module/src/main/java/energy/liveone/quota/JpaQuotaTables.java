package energy.liveone.quota;

import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.quota.LimitUse.Slot;
import energy.liveone.quota.QuotaBooks.Booking;
import energy.liveone.quota.QuotaBooks.ScopeState;
import energy.liveone.system.VendorType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's tables, within one transaction. The rows of the scopes are locked first, in the
 * order of their keys, so that two transactions never wait for each other, and the slots are read
 * after that, so that what was booked before is seen.
 */
final class JpaQuotaTables {
  private static final MultiRowStatement ADD_SCOPES =
      new MultiRowStatement(
          "INSERT IGNORE INTO quota_scopes (scope_key, vendor_type, scope, used_at)", 4, "");
  private static final MultiRowStatement BOOK =
      new MultiRowStatement(
          "INSERT INTO quota_slots (scope_key, window_s, slot, scheduled, extra, polls)",
          6,
          "ON DUPLICATE KEY UPDATE scheduled = scheduled + VALUES(scheduled),"
              + " extra = extra + VALUES(extra), polls = polls + VALUES(polls)");

  private final Connection connection;
  private final JpaQuotaMembers members;

  JpaQuotaTables(Connection connection) {
    this.connection = connection;
    this.members = new JpaQuotaMembers(connection);
  }

  /**
   * Locks what the requests concern and reads it.
   *
   * @param requests at least one, each with limits
   */
  QuotaBooks open(Collection<QuotaRequest> requests, Instant now) throws SQLException {
    SortedSet<ScopedLimit> limits = new TreeSet<>(ScopedLimit.ORDER);
    Map<ScopeKey, ScopeRow> rows = new TreeMap<>();
    for (QuotaRequest request : requests) {
      for (ScopedLimit limit : request.limits()) {
        limits.add(limit);
        rows.put(limit.key(), new ScopeRow(limit, request.vendor()));
      }
    }
    QuotaBooks books = new QuotaBooks();
    lock(rows, now, books);
    members.join(requests);
    for (Map.Entry<ScopeKey, Integer> count : members.count(rows.keySet()).entrySet()) {
      ScopeState state = books.state(count.getKey());
      books.open(
          count.getKey(), new ScopeState(state.blockedUntil(), state.refusals(), count.getValue()));
    }
    readSlots(limits, now, books);
    return books;
  }

  private record ScopeRow(ScopedLimit limit, VendorType vendor) {}

  private void lock(Map<ScopeKey, ScopeRow> rows, Instant now, QuotaBooks books)
      throws SQLException {
    if (lockKnown(rows.keySet(), books) < rows.size()) {
      ADD_SCOPES.execute(
          connection,
          List.copyOf(rows.values()),
          (statement, first, row) -> {
            statement.setBytes(first, row.limit().key().bytes());
            statement.setString(first + 1, row.vendor().value());
            statement.setString(first + 2, row.limit().scopeName());
            statement.setObject(first + 3, UtcTime.of(now));
            return first + 4;
          });
      lockKnown(rows.keySet(), books);
    }
  }

  private int lockKnown(Collection<ScopeKey> keys, QuotaBooks books) throws SQLException {
    int found = 0;
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT scope_key, blocked_until, refusals FROM quota_scopes WHERE scope_key IN "
                + MultiRowStatement.inList(keys.size())
                + " ORDER BY scope_key FOR UPDATE")) {
      bind(query, 1, keys);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          LocalDateTime blocked = result.getObject(2, LocalDateTime.class);
          books.open(
              ScopeKey.of(result.getBytes(1)),
              new ScopeState(
                  blocked == null ? Instant.MIN : blocked.toInstant(ZoneOffset.UTC),
                  result.getInt(3),
                  1));
          found++;
        }
      }
    }
    return found;
  }

  private void readSlots(Collection<ScopedLimit> limits, Instant now, QuotaBooks books)
      throws SQLException {
    String sql =
        "SELECT slot, scheduled, extra, polls FROM quota_slots"
            + " WHERE scope_key = ? AND window_s = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (ScopedLimit limit : limits) {
        query.setBytes(1, limit.key().bytes());
        query.setInt(2, limit.windowSeconds());
        SlotGrid grid = new SlotGrid(limit.limit());
        Map<Long, Slot> slots = new HashMap<>();
        boolean old = false;
        try (ResultSet result = query.executeQuery()) {
          while (result.next()) {
            long slot = result.getLong(1);
            if (grid.counts(slot, now)) {
              slots.put(slot, new Slot(result.getInt(2), result.getInt(3), result.getInt(4)));
            } else {
              old = true;
            }
          }
        }
        books.open(limit, slots);
        if (old) {
          forget(limit, grid, now);
        }
      }
    }
  }

  /** Old slots go as new ones come, so a limit never has many more than count. */
  private void forget(ScopedLimit limit, SlotGrid grid, Instant now) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM quota_slots WHERE scope_key = ? AND window_s = ? AND slot < ?")) {
      delete.setBytes(1, limit.key().bytes());
      delete.setInt(2, limit.windowSeconds());
      delete.setLong(3, grid.firstThatCounts(now));
      delete.executeUpdate();
    }
  }

  /** Writes what changed in the books. */
  void write(QuotaBooks books, Collection<ScopeKey> used, Instant now) throws SQLException {
    Map<List<Object>, Booking> sums = new HashMap<>();
    for (Booking booking : books.bookings()) {
      sums.merge(
          List.of(booking.limit().key(), booking.limit().windowSeconds(), booking.slot()),
          booking,
          (a, b) -> new Booking(a.limit(), a.slot(), a.change().plus(b.change())));
    }
    List<Booking> changes =
        sums.values().stream().filter(sum -> !sum.change().equals(Slot.EMPTY)).toList();
    BOOK.execute(
        connection,
        changes,
        (statement, first, booking) -> {
          statement.setBytes(first, booking.limit().key().bytes());
          statement.setInt(first + 1, booking.limit().windowSeconds());
          statement.setLong(first + 2, booking.slot());
          statement.setInt(first + 3, booking.change().scheduled());
          statement.setInt(first + 4, booking.change().extra());
          statement.setInt(first + 5, booking.change().polls());
          return first + 6;
        });
    writeScopes(books, used, now);
  }

  private void writeScopes(QuotaBooks books, Collection<ScopeKey> used, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE quota_scopes SET blocked_until = ?, refusals = ?, used_at = ?"
                + " WHERE scope_key = ?")) {
      for (ScopeKey key : used) {
        ScopeState state = books.state(key);
        update.setObject(1, blockedUntil(state));
        update.setInt(2, state.refusals());
        update.setObject(3, UtcTime.of(now));
        update.setBytes(4, key.bytes());
        update.executeUpdate();
      }
    }
  }

  private static @Nullable LocalDateTime blockedUntil(ScopeState state) {
    return state.blockedUntil().equals(Instant.MIN) ? null : UtcTime.of(state.blockedUntil());
  }

  static void bind(PreparedStatement statement, int first, Collection<ScopeKey> keys)
      throws SQLException {
    int index = first;
    for (ScopeKey key : keys) {
      statement.setBytes(index++, key.bytes());
    }
  }
}
