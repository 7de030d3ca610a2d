package energy.liveone.quota;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.Migrations.SchemaHistory;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.MariaDbSettings;
import energy.liveone.quota.JpaQuotaReport.ScopeLine;
import energy.liveone.quota.QuotaDecision.Denied;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.quota.QuotaLedger.Settlement;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/** The ledger on the real engine: each node a connection of its own. */
class QuotaLedgerIT {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final VendorType VENDOR = new VendorType("solaredge");
  private static final int SYSTEMS = 20;
  private static EmbeddedMariaDb mariaDb;
  private static MariaDbDataSource database;

  @BeforeAll
  static void startDatabase(@TempDir Path home) throws SQLException {
    mariaDb = EmbeddedMariaDb.start(MariaDbSettings.forTests(home));
    String url = mariaDb.url("liveone");
    database =
        new MariaDbDataSource(
            "%s%suser=%s&password=%s"
                .formatted(url, url.contains("?") ? "&" : "?", mariaDb.user(), mariaDb.password()));
    SchemaHistory.of(database).migrate();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO accounts (id, email, display_name, role, created_at, updated_at)"
              + " VALUES (1, 'a@example.com', 'A', 'USER', '2026-01-01', '2026-01-01')");
      for (int id = 1; id <= SYSTEMS; id++) {
        statement.execute(
            "INSERT INTO systems (id, owner_account_id, vendor_type, vendor_site_id, display_name,"
                + " display_timezone, timezone_offset_min, created_at, updated_at) VALUES (%d, 1,"
                    .formatted(id)
                + " 'solaredge', '%d', 'Home', 'UTC', 0, '2026-01-01', '2026-01-01')"
                    .formatted(id));
        statement.execute(
            "INSERT INTO poll_schedule (system_id, next_due_at) VALUES (%d, '2026-11-23')"
                .formatted(id));
      }
    }
  }

  @AfterAll
  static void stopDatabase() {
    mariaDb.stop();
  }

  @Test
  void nodesThatReserveAtOnceNeverExceedALimit() throws Exception {
    int nodes = 6;
    int limit = 97;
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      int seed = node;
      work.add(() -> reserveAndSettle(new Random(seed), limit));
    }

    int used = 0;
    for (Future<Integer> done : threads.invokeAll(work)) {
      used += done.get();
    }
    threads.shutdown();

    // Everybody went on until nothing was left, so all of it was used, and not a call more.
    assertThat(used).isEqualTo(limit);
    assertThat(
            number(
                "SELECT SUM(scheduled) FROM quota_slots WHERE HEX(scope_key) = '%s'"
                    .formatted(
                        ScopeKey.of(VENDOR, Scope.CREDENTIAL, "shared")
                            .hex()
                            .toUpperCase(Locale.ROOT))))
        .isEqualTo(limit);
    assertThat(number("SELECT MIN(scheduled) FROM quota_slots")).isNotNegative();
  }

  private static int reserveAndSettle(Random random, int limit) throws SQLException {
    int used = 0;
    try (Connection node = database.getConnection()) {
      node.setAutoCommit(false);
      int denials = 0;
      while (denials < 20) {
        List<QuotaRequest> requests = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
          int system = 1 + random.nextInt(SYSTEMS);
          requests.add(request("shared", system, limit, 1 + random.nextInt(4)));
        }
        List<QuotaDecision> decisions =
            committed(node, () -> JpaQuotaLedger.reserve(node, requests, NOW));
        List<Settlement> settlements = new ArrayList<>();
        for (QuotaDecision decision : decisions) {
          if (decision instanceof Granted granted) {
            used += useSome(granted, random);
            settlements.add(new Settlement(granted, null));
          }
        }
        if (settlements.isEmpty()) {
          denials++;
          continue;
        }
        denials = 0;
        committed(
            node,
            () -> {
              JpaQuotaLedger.settle(node, settlements, NOW.plusSeconds(5));
              return true;
            });
      }
    }
    return used;
  }

  private static int useSome(Granted granted, Random random) {
    int used = random.nextInt(granted.allowance().left() + 1);
    for (int i = 0; i < used; i++) {
      granted.allowance().take();
    }
    return used;
  }

  @Test
  void callsOfANodeThatDiedStaySpentForTheOthers() throws SQLException {
    try (Connection dying = database.getConnection()) {
      dying.setAutoCommit(false);
      committed(
          dying, () -> JpaQuotaLedger.reserve(dying, List.of(request("dying", 1, 10, 10)), NOW));
    }

    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      assertThat(decide(other, request("dying", 2, 10, 1), NOW)).isInstanceOf(Denied.class);
      assertThat(decide(other, request("dying", 2, 10, 1), NOW.plus(Duration.ofHours(25))))
          .isInstanceOf(Granted.class);
    }
  }

  @Test
  void aRefusalByTheVendorIsKnownToAllNodes() throws SQLException {
    Instant retryAt = NOW.plus(Duration.ofMinutes(17));
    try (Connection node = database.getConnection();
        Connection other = database.getConnection()) {
      node.setAutoCommit(false);
      other.setAutoCommit(false);
      Granted granted = (Granted) decide(node, request("refused", 3, 300, 1), NOW);
      granted.allowance().take();
      Failure refusal = Failure.of(FailureCode.RATE_LIMITED, "").retryingAt(retryAt);
      committed(
          node,
          () -> {
            JpaQuotaLedger.settle(node, List.of(new Settlement(granted, refusal)), NOW);
            return true;
          });

      assertThat(decide(other, request("refused", 4, 300, 1), NOW))
          .isInstanceOfSatisfying(
              Denied.class, denied -> assertThat(denied.until()).isEqualTo(retryAt));
    }
  }

  @Test
  void newCredentialsMoveASystemToAnotherAccount() throws SQLException {
    try (Connection node = database.getConnection()) {
      node.setAutoCommit(false);
      decide(node, request("before", 5, 300, 1), NOW);
      decide(node, request("before", 6, 300, 1), NOW);
      Granted third = (Granted) decide(node, request("before", 7, 300, 1), NOW);
      assertThat(third.outlooks().get(0).systems()).isEqualTo(3);

      Granted moved = (Granted) decide(node, request("after", 7, 300, 1), NOW);
      Granted left = (Granted) decide(node, request("before", 5, 300, 1), NOW);

      assertThat(moved.outlooks().get(0).systems()).isEqualTo(1);
      assertThat(left.outlooks().get(0).systems()).isEqualTo(2);
    }
  }

  @Test
  void theReportTellsWhatIsUsedAndWhoSharesIt() throws SQLException {
    QuotaRequest request = request("reported", 8, 300, 4);
    try (Connection node = database.getConnection()) {
      node.setAutoCommit(false);
      decide(node, request, NOW);
      decide(node, request("reported", 9, 300, 2), NOW);
      ScopedLimit limit = request.limits().get(0);

      ScopeLine line =
          JpaQuotaReport.scopes(node, 1_000).stream()
              .filter(one -> one.key().equals(limit.key()))
              .findFirst()
              .orElseThrow();

      assertThat(line.systems()).isEqualTo(2);
      assertThat(line.waiting()).isZero();
      assertThat(line.nextPoll()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
      assertThat(line.blockedUntil()).isNull();
      assertThat(JpaQuotaReport.use(node, limit, NOW).usedCalls(NOW)).isEqualTo(6);
    }
  }

  private static QuotaDecision decide(Connection node, QuotaRequest request, Instant now)
      throws SQLException {
    return committed(node, () -> JpaQuotaLedger.reserve(node, List.of(request), now)).get(0);
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  /** As the transactions of the server do: again when the database asks for it. */
  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    while (true) {
      try {
        T result = work.run();
        connection.commit();
        return result;
      } catch (SQLException e) {
        connection.rollback();
        if (!DatabaseFault.isTransient(e)) {
          throw e;
        }
      }
    }
  }

  private static QuotaRequest request(String account, int system, int limit, int calls) {
    return new QuotaRequest(
        new SystemId(system),
        VENDOR,
        List.of(
            new ScopedLimit(
                ScopeKey.of(VENDOR, Scope.CREDENTIAL, account),
                QuotaLimit.rolling(Scope.CREDENTIAL, limit, Duration.ofDays(1), 0)),
            new ScopedLimit(
                ScopeKey.of(VENDOR, Scope.SITE, account + system),
                QuotaLimit.rolling(Scope.SITE, 300, Duration.ofHours(2), 0))),
        calls,
        1,
        QuotaUse.SCHEDULE);
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
