package energy.liveone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody with an account counts through ids. What another person has is answered word for word
 * like what nobody has, and is still there afterwards.
 */
@SharedProduct
class EnumerationIT {
  private static final String PASSWORD = "two grey geese at dawn";
  private static final String MISSING = "87654321";

  private final Product product;
  private ApiClient victim;
  private ApiClient stranger;
  private String victimsEmail;

  EnumerationIT(Product product) {
    this.product = product;
  }

  @BeforeEach
  void twoPeople() {
    victimsEmail = account("victim");
    victim = product.api().signedIn(victimsEmail, PASSWORD);
    stranger = product.api().signedIn(account("stranger"), PASSWORD);
  }

  private String account(String name) {
    String email = name + System.nanoTime() + "@liveone.example";
    product
        .admin()
        .post(
            "api/admin/users",
            Json.createObjectBuilder()
                .add("action", "add")
                .add("email", email)
                .add("password", PASSWORD)
                .build()
                .toString());
    return email;
  }

  @Test
  void idsOfOthersTellNothingAndOpenNothing() throws SQLException {
    int system = system();
    long token =
        id(
            made(
                "api/account/tokens",
                "{\"name\":\"a\",\"scope\":\"read\",\"systemIds\":null,"
                    + "\"password\":\""
                    + PASSWORD
                    + "\"}"));
    long share =
        id(made("api/systems/" + system + "/sharing", "{\"kind\":\"link\",\"label\":\"Wall\"}"));
    long composite =
        id(
            made(
                    "api/composite",
                    "{\"name\":\"Home\",\"slug\":\"victims\",\"systemIds\":[" + system + "]}")
                .getJsonObject("composite"));
    String everything = countsOfTheVictim();

    same("GET", "api/data/latest?systemId=", system, "");
    same("GET", "api/data/historical?range=1H&systemIds=", system, "");
    same("GET", "api/data/flow?range=24H&systemId=", system, "");
    same("GET", "api/data/forecasts?systemId=", system, "");
    same("GET", "api/systems/%s/sharing", system, "");
    same("POST", "api/systems/%s/sharing", system, "{\"kind\":\"link\",\"label\":\"Mine\"}");
    same("POST", "api/systems/%s/credentials", system, "{\"credentials\":{}}");
    same("DELETE", "api/systems/" + system + "/sharing/%s", share, "");
    same("DELETE", "api/account/shared/%s", share, "");
    same("DELETE", "api/account/tokens/%s", token, "");
    same("GET", "api/composite/%s", composite, "");
    same("GET", "api/composite/%s/bindings", composite, "");
    same("GET", "api/composite/%s/proposals", composite, "");
    same("PATCH", "api/composite/%s", composite, "{\"name\":\"Mine\"}");
    same("PUT", "api/composite/%s/bindings", composite, "{\"bindings\":[]}");
    same("DELETE", "api/composite/%s", composite, "");
    same("GET", "api/data/latest?composite=", composite, "");
    same("POST", "api/admin/systems/%s/settings", system, "{\"displayName\":\"Mine\"}");
    same("POST", "api/admin/systems/%s/delete", system, "{}");
    same(
        "POST",
        "api/composite",
        "{\"name\":\"X\",\"slug\":\"strangers\",\"systemIds\":[%s]}",
        system);

    assertThat(countsOfTheVictim()).isEqualTo(everything);
  }

  private void same(String method, String path, long theirs, String body) {
    String pattern = path.contains("%s") ? path : path + "%s";
    compare(
        call(method, pattern.formatted(theirs), body),
        call(method, pattern.formatted(MISSING), body),
        method + " " + path);
  }

  private void same(String method, String path, String body, long theirs) {
    compare(
        call(method, path, body.formatted(theirs)),
        call(method, path, body.formatted(MISSING)),
        method + " " + path);
  }

  private static void compare(Answer theirs, Answer missing, String what) {
    assertThat(theirs.status()).as(what).isBetween(400, 404);
    assertThat(theirs.status()).as(what).isEqualTo(missing.status());
    assertThat(theirs.body().replaceAll("\\d+", "#"))
        .as(what)
        .isEqualTo(missing.body().replaceAll("\\d+", "#"));
  }

  private Answer call(String method, String path, String body) {
    return body.isEmpty() ? stranger.method(method, path) : stranger.method(method, path, body);
  }

  private int system() {
    JsonObject made =
        made(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", "fronius")
                .add("displayName", "Victim's roof")
                .add("alias", "")
                .add("displayTimezone", "Australia/Melbourne")
                .add(
                    "credentials",
                    Json.createObjectBuilder().add("siteId", "victim-" + System.nanoTime()))
                .build()
                .toString());
    return made.getInt("systemId");
  }

  private JsonObject made(String path, String body) {
    Answer answer = victim.post(path, body);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json();
  }

  private static long id(JsonObject made) {
    return made.getJsonNumber("id").longValue();
  }

  private String countsOfTheVictim() throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT CONCAT_WS(' ',
                  (SELECT GROUP_CONCAT(display_name) FROM systems WHERE owner_account_id = a.id),
                  (SELECT COUNT(*) FROM api_tokens WHERE account_id = a.id),
                  (SELECT COUNT(*) FROM access_grants g JOIN systems s ON s.id = g.system_id
                   WHERE s.owner_account_id = a.id),
                  (SELECT GROUP_CONCAT(name) FROM composite_systems WHERE owner_account_id = a.id))
                FROM accounts a WHERE a.email = '%s'
                """
                    .formatted(victimsEmail))) {
      row.next();
      return row.getString(1);
    }
  }
}
