package energy.liveone.api;

import energy.liveone.api.AccessMatrix.Role;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SignInForm;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** One client for each role of the matrix, as a script and as a browser. */
final class People {
  private static final String PASSWORD = "seven lamps in the hall";

  private final Product product;
  private final String mark = "-" + System.nanoTime() + "@liveone.example";
  private final Map<Role, ApiClient> scripts = new EnumMap<>(Role.class);
  private final Map<Role, ApiClient> browsers = new EnumMap<>(Role.class);
  private final Map<Role, Integer> ids = new EnumMap<>(Role.class);

  People(Product product) throws SQLException {
    this.product = product;
    for (Role role : new Role[] {Role.USER, Role.VIEWER, Role.OWNER, Role.ADMIN}) {
      ids.put(role, account(role));
      signIn(role);
    }
    ApiClient owner = scripts.get(Role.OWNER);
    ApiClient admin = scripts.get(Role.ADMIN);
    known(Role.NOBODY, product.api());
    known(Role.CRON, product.api().withToken(Product.CRON_SECRET));
    known(Role.EXPIRED_TOKEN, token(owner, "read"));
    sql(
        "UPDATE api_tokens SET expires_at = UTC_TIMESTAMP(3) WHERE name = 'read' AND account_id = ?",
        ids.get(Role.OWNER));
    known(Role.OWNERS_READ_TOKEN, token(owner, "read"));
    known(Role.OWNERS_WRITE_TOKEN, token(owner, "write"));
    known(Role.ADMINS_READ_TOKEN, token(admin, "read"));
    known(Role.ADMINS_ADMIN_TOKEN, token(admin, "admin"));
  }

  ApiClient script(Role role) {
    return scripts.get(role);
  }

  ApiClient browser(Role role) {
    return browsers.get(role);
  }

  /** Who signed out everywhere comes back. */
  void signIn(Role role) {
    scripts.put(role, product.api().signedIn(email(role), PASSWORD));
    browsers.put(role, new SignInForm(product.api()).signedIn(email(role), PASSWORD));
  }

  /** Shares with the viewer, and with whoever has the link. */
  void share(int system, int composite) throws SQLException {
    for (String column : new String[] {"system_id", "composite_id"}) {
      sql(
          "INSERT INTO access_grants (kind, %s, account_id, created_at)".formatted(column)
              + " VALUES ('VIEWER', ?, ?, UTC_TIMESTAMP(3))",
          column.equals("system_id") ? system : composite,
          ids.get(Role.VIEWER));
    }
    Answer link =
        scripts
            .get(Role.OWNER)
            .post("api/systems/" + system + "/sharing", "{\"kind\":\"link\",\"label\":\"Wall\"}");
    String secret = link.json().getString("url").replaceAll(".*=", "");
    Answer opened = product.api().get("shared?link=" + secret);
    known(
        Role.GUEST,
        product
            .api()
            .withHeader("Cookie", SignInForm.cookieOf(opened))
            .withHeader("Sec-Fetch-Site", "same-origin"));
  }

  /** Somebody who may be deleted. */
  int victim() {
    return account("victim" + System.nanoTime(), "USER");
  }

  private int account(Role role) {
    return account(role.name(), role == Role.ADMIN ? "ADMIN" : "USER");
  }

  private int account(String name, String role) {
    Answer added =
        product
            .admin()
            .post(
                "api/admin/users",
                Json.createObjectBuilder()
                    .add("action", "add")
                    .add("email", name + mark)
                    .add("password", PASSWORD)
                    .add("role", role)
                    .build()
                    .toString());
    return added.json().getJsonObject("user").getInt("id");
  }

  private String email(Role role) {
    return role.name() + mark;
  }

  private void known(Role role, ApiClient client) {
    scripts.put(role, client);
    browsers.put(role, client);
  }

  private ApiClient token(ApiClient of, String scope) {
    Answer made =
        of.post(
            "api/account/tokens",
            Json.createObjectBuilder()
                .add("name", scope)
                .add("scope", scope)
                .add("systemIds", JsonValue.NULL)
                .add("password", PASSWORD)
                .build()
                .toString());
    return product.api().withToken(made.json().getString("token"));
  }

  private void sql(String text, Object... values) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
