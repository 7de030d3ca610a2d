package energy.liveone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.attack.Operation.Query;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every input of every route that the API describes, with everything that is hostile, by somebody
 * who may do most: an administrator of the test's own. A route that is added is tried by itself.
 */
@SharedProduct
class HostileInputIT {
  private static final String PASSWORD = "nine quiet hedgehogs";
  private static final int UNKNOWN = 401;
  private static final int TOO_MANY = 429;
  private static final int REPEATS = 500;
  private static final String END_OF_STREAM = "seconds";

  private static final String LIMIT_OF_CALLERS = "in a moment";

  /**
   * The password of the examples, so that with the right one in its place all else is looked at.
   */
  private static final String SAID_PASSWORD = "copper kettle";

  /** What only the inside of a server says. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "SQLException|SQL syntax|Exception|Caused by|\\bat [a-z]+\\.[a-z.]+\\(|org\\.eclipse|"
              + "org\\.glassfish|java\\.lang|jakarta\\.|mariadb|root:x:0|<web-app");

  private final Product product;
  private final List<String> findings = new ArrayList<>();
  private ApiClient attacker;
  private int calls;

  HostileInputIT(Product product) {
    this.product = product;
  }

  @BeforeEach
  void becomeAdministrator() {
    String email = "attacker" + System.nanoTime() + "@liveone.example";
    product
        .admin()
        .post(
            "api/admin/users",
            Json.createObjectBuilder()
                .add("action", "add")
                .add("email", email)
                .add("password", PASSWORD)
                .add("role", "ADMIN")
                .build()
                .toString());
    attacker = product.api().signedIn(email, PASSWORD);
  }

  @Test
  void noPathOrQueryBreaksARouteOrMakesItTalk() {
    for (Operation operation : Operation.all(product)) {
      for (String hostile : Hostile.TEXTS) {
        for (String parameter : operation.pathParameters()) {
          attempt(operation, path(operation, parameter, hostile) + query(operation, "", ""), "");
        }
        for (Query parameter : operation.queryParameters()) {
          if (parameter.name().equals(END_OF_STREAM) && hostile.isBlank()) {
            // As if it were not given: a stream then lasts four minutes, as it should.
            continue;
          }
          String query = query(operation, parameter.name(), hostile);
          attempt(operation, path(operation, "", "") + query, "");
        }
      }
    }

    assertThat(calls).isGreaterThan(900);
    assertThat(findings).isEmpty();
  }

  @Test
  void noBodyBreaksARouteOrMakesItTalk() throws SQLException {
    long before = tables();
    for (Operation operation : Operation.all(product)) {
      if (!operation.body().equals(JsonValue.NULL)) {
        String path = path(operation, "", "") + query(operation, "", "");
        Hostile.bodies(operation.body())
            .forEach(body -> attempt(operation, path, body.replace(SAID_PASSWORD, PASSWORD)));
        Hostile.shapeless().forEach(body -> attempt(operation, path, body));
      }
    }

    assertThat(calls).isGreaterThan(900);
    assertThat(findings).isEmpty();
    assertThat(tables()).isEqualTo(before);
  }

  private void attempt(Operation operation, String path, String body) {
    Answer answer = call(operation, path, body);
    String what = "%s %s %.120s: %d".formatted(operation.method(), path, body, answer.status());
    if (answer.status() >= 500) {
      findings.add(what + " " + answer.body());
    } else if (answer.status() >= 400) {
      judgeRefusal(answer, path, what);
    }
    if (answer.headers().containsKey("X-Injected")) {
      findings.add(what + " splits the answer");
    }
    if (answer.contentType().contains("html") && answer.body().contains(Hostile.SCRIPT)) {
      findings.add(what + " repeats a script");
    }
  }

  private void judgeRefusal(Answer answer, String path, String what) {
    boolean isOurs = answer.body().startsWith("{") && answer.body().contains("\"code\":");
    if (!isOurs) {
      if (!isRefusedByTheListener(answer, path)) {
        findings.add(what + " is not explained: " + answer.body());
      }
    } else if (INSIDE.matcher(answer.body()).find()) {
      findings.add(what + " tells of the inside: " + answer.body());
    }
  }

  /** Slashes, backslashes and zeros in disguise do not reach the application at all. */
  private static boolean isRefusedByTheListener(Answer answer, String path) {
    return answer.status() == 400 && answer.body().isEmpty() && path.matches(".*%(2F|5C|00).*");
  }

  /**
   * Each call comes from another address, so that no limit of an address hides the answer. Who
   * guessed too often, or whose password is another by now, goes on with a new account.
   */
  private Answer call(Operation operation, String path, String body) {
    boolean isKnown = false;
    for (int attempt = 0; attempt < REPEATS; attempt++) {
      Answer answer = callOnce(operation, path, body);
      boolean isForSecrets = operation.path().startsWith("api/auth/");
      boolean isTooOften = answer.status() == TOO_MANY && !isForSecrets;
      if (!isTooOften && (answer.status() != UNKNOWN || isKnown)) {
        return answer;
      }
      if (!answer.body().contains(LIMIT_OF_CALLERS)) {
        becomeAdministrator();
        isKnown = true;
      }
    }
    throw new IllegalStateException("No answer to " + operation + " with " + body);
  }

  private Answer callOnce(Operation operation, String path, String body) {
    calls++;
    ApiClient client =
        attacker.withHeader(
            "X-Forwarded-For", "198.18.%d.%d".formatted(calls / 250 % 250, calls % 250));
    return operation.body().equals(JsonValue.NULL)
        ? client.method(operation.method(), path)
        : client.method(operation.method(), path, body);
  }

  private static String path(Operation operation, String parameter, String hostile) {
    String path = operation.path().replace("{" + parameter + "}", encode(hostile));
    return path.replace("{vendorType}", "enphase")
        .replace("{vendor}", "fronius")
        .replaceAll("\\{\\w+}", "99999999");
  }

  private static String query(Operation operation, String parameter, String hostile) {
    String query =
        operation.queryParameters().stream()
            .map(
                one ->
                    one.name()
                        + "="
                        + encode(one.name().equals(parameter) ? hostile : one.example()))
            .filter(pair -> !pair.endsWith("="))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private long tables() throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
