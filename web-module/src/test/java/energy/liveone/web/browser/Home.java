package energy.liveone.web.browser;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody with an account and one simulated system of their own, which has some days of history.
 */
record Home(String email, int systemId, String alias) {
  static final String PASSWORD = "seven green parrots";
  private static final int STEP_SECONDS = 300;

  /**
   * Makes one.
   *
   * @param number of the simulated system; nobody else's
   */
  static Home create(Product product, int number, String name, Duration history) {
    String email = "reader" + number + "@liveone.example";
    expect(201, product.admin().post("api/admin/users", account(email, "USER")));
    return add(product, email, number, name, history);
  }

  /** Makes one whose owner is an administrator. */
  static Home ofAdministrator(Product product, int number, String name, Duration history) {
    String email = "keeper" + number + "@liveone.example";
    expect(201, product.admin().post("api/admin/users", account(email, "ADMIN")));
    return add(product, email, number, name, history);
  }

  /** The same person with one more system. */
  Home another(Product product, int number, String name, Duration history) {
    return add(product, email, number, name, history);
  }

  private static Home add(
      Product product, String email, int number, String name, Duration history) {
    order(product, number);
    ApiClient owner = product.api().signedIn(email, PASSWORD);
    String alias = "home-" + number;
    Answer made = expect(201, owner.post("api/setup", system(number, name, alias)));
    int systemId = made.json().getInt("systemId");
    importHistory(product, number, systemId, new Past(history, STEP_SECONDS));
    return new Home(email, systemId, alias);
  }

  private static String account(String email, String role) {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("displayName", "Reader")
        .add("password", PASSWORD)
        .add("role", role)
        .build()
        .toString();
  }

  private static String system(int number, String name, String alias) {
    return Json.createObjectBuilder()
        .add("vendorType", "selectronic")
        .add("displayName", name)
        .add("alias", alias)
        .add("displayTimezone", "Australia/Melbourne")
        .add(
            "credentials",
            Json.createObjectBuilder()
                .add("email", "fleet" + number + "@sim.example")
                .add("password", "pw-" + number)
                .add("systemNumber", String.valueOf(number)))
        .add("options", Json.createObjectBuilder())
        .build()
        .toString();
  }

  /** Has the simulated vendor run a system of this number. */
  static void order(Product product, int number) {
    String fleet =
        Json.createObjectBuilder()
            .add("count", 1)
            .add("firstNumber", number)
            .add("latencyMs", 10)
            .build()
            .toString();
    simulator(
        HttpRequest.newBuilder(URI.create(product.simulator() + "/control/selectronic/fleet"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(fleet)));
  }

  /** The past minute by minute, as polls would have made it. */
  void rememberEachMinute(Product product, int number, Duration history) {
    importHistory(product, number, systemId, new Past(history, 60));
  }

  private record Past(Duration length, int stepSeconds) {
    /** The server takes so many readings at once. */
    Duration piece() {
      return Duration.ofSeconds(288L * stepSeconds);
    }
  }

  private static void importHistory(Product product, int number, int systemId, Past past) {
    ApiClient admin = product.admin();
    Instant now = Clock.systemUTC().instant();
    for (Instant from = now.minus(past.length());
        from.isBefore(now);
        from = from.plus(past.piece())) {
      Instant to = from.plus(past.piece()).isBefore(now) ? from.plus(past.piece()) : now;
      String readings =
          simulator(
              HttpRequest.newBuilder(
                  URI.create(
                      "%s/control/history/selectronic/%d?from=%s&to=%s&stepSeconds=%d"
                          .formatted(product.simulator(), number, from, to, past.stepSeconds()))));
      expect(200, admin.post("api/admin/systems/" + systemId + "/readings", readings));
    }
  }

  private static Answer expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("Answered " + answer.status() + ": " + answer.body());
    }
    return answer;
  }

  private static String simulator(HttpRequest.Builder request) {
    try {
      var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("The simulator answered " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
