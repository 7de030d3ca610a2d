package energy.liveone.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.vendor.Credentials;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another key takes over while two nodes poll, also when both are killed in the middle. */
class RotateKeyIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int TEXTS = 30_000;
  private static final String OLD = "0123456789abcdef".repeat(4);

  @TempDir private Path keys;

  @Test
  void aKilledRotationGoesOnAndNothingBecomesUnreadable() throws Exception {
    Path file = keys.resolve("keys");
    Secret.write(file, OLD);
    CredentialKey old = CredentialKey.ofHex(OLD).orElseThrow();
    try (Product product =
        Product.startNodes(
            2,
            Map.of("LIVEONE_ENCRYPTION_KEY", "", "LIVEONE_ENCRYPTION_KEY_FILE", file.toString()))) {
      int system = addSystem(product.admin());
      sealManyTexts(product, old);
      awaitPolls(product, system, 1);

      JsonObject ordered = product.admin().post("api/admin/encryption-key/rotate", "{}").json();
      assertThat(ordered.getBoolean("rotating")).isTrue();
      String next = ordered.getString("nextKeyId");
      await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> sealedWith(product, next) > TEXTS / 10);
      product.server(1).killHard();
      product.server(2).killHard();
      assertThat(sealedWith(product, old.id())).isPositive();
      assertThat(Files.readAllLines(file)).hasSize(2).contains(OLD);

      product.startServer();
      await().atMost(LIMIT).until(() -> !progress(product).getBoolean("rotating"));

      JsonObject progress = progress(product);
      assertThat(progress.getString("keyId")).isEqualTo(next);
      assertThat(progress.getInt("unreadable")).isZero();
      assertThat(progress.getInt("remaining")).isZero();
      assertThat(sealedWith(product, next)).isEqualTo(TEXTS);
      CredentialKey present = new KeyFile(file).read().get(0);
      assertThat(new KeyFile(file).read()).hasSize(1);
      assertThat(present.id()).isEqualTo(next);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(new KeyFile(file).retiredFile()).content().isEqualTo(OLD + "\n");
      assertEveryTextOpens(product, new CredentialCipher(present));
      long polls = number(product, "SELECT COUNT(*) FROM sessions WHERE successful");
      product.makeDue(system);
      awaitPolls(product, system, polls + 1);
      assertThat(
              number(
                  product,
                  "SELECT COUNT(*) FROM sessions WHERE NOT successful AND error_code LIKE 'AUTH%'"))
          .isZero();
    }
  }

  /** Writes as the launcher does. */
  private static final class Secret {
    static void write(Path file, String text) throws IOException {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text + "\n");
    }
  }

  private static int addSystem(ApiClient admin) {
    return admin
        .post(
            "api/setup",
            """
            {"vendorType":"selectronic","displayName":"Polled","displayTimezone":"Australia/Melbourne",
             "credentials":{"email":"demo@liveone.example","password":"sunny-side-up","systemNumber":"1586"}}""")
        .json()
        .getInt("systemId");
  }

  private static void awaitPolls(Product product, int system, long count) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                number(
                        product,
                        "SELECT COUNT(*) FROM sessions WHERE successful AND system_id = " + system)
                    >= count);
  }

  private static void sealManyTexts(Product product, CredentialKey key) throws SQLException {
    CredentialCipher cipher = new CredentialCipher(key);
    try (Connection connection = product.sql();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO outgoing_mails"
                    + " (mail_id, encrypted_message, next_attempt_at, expires_at)"
                    + " VALUES (?, ?, '2999-01-01', '2999-01-01')")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TEXTS; i++) {
        String id = UUID.randomUUID().toString();
        insert.setString(1, id);
        insert.setString(2, cipher.seal("mail:" + id, new Credentials(Map.of("text", id))));
        insert.addBatch();
        if (i % 1_000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private static void assertEveryTextOpens(Product product, CredentialCipher cipher)
      throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT mail_id, encrypted_message FROM outgoing_mails")) {
      while (row.next()) {
        assertThat(cipher.open("mail:" + row.getString(1), row.getString(2)))
            .isInstanceOf(Unsealing.Opened.class);
      }
    }
  }

  private static long sealedWith(Product product, String key) {
    return number(
        product,
        "SELECT COUNT(*) FROM outgoing_mails WHERE encrypted_message LIKE '"
            + CredentialCipher.prefix(key)
            + "%'");
  }

  private static JsonObject progress(Product product) {
    return product.admin().get("api/admin/encryption-key").json();
  }

  private static long number(Product product, String sql) {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
