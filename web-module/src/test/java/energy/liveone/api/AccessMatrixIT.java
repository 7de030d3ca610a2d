package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.api.AccessMatrix.Role;
import energy.liveone.api.AccessMatrix.Row;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks every route and every page with every role. */
@SharedProduct
class AccessMatrixIT {
  private static final String NONE = "99999999";

  private final Product product;
  private final List<Integer> statuses = new ArrayList<>();
  private People people;
  private int system;
  private int composite;
  private int victim;

  AccessMatrixIT(Product product) {
    this.product = product;
  }

  @BeforeEach
  void home() throws SQLException {
    people = new People(product);
    victim = people.victim();
    renew();
  }

  /** A system and a composite of the owner's, shared; what was there before may be gone. */
  private void renew() throws SQLException {
    ApiClient owner = people.script(Role.OWNER);
    system = Site.of(owner).systemId();
    Answer made =
        owner.post(
            "api/composite",
            "{\"name\":\"Home\",\"slug\":\"matrix-%d\",\"systemIds\":[%d]}"
                .formatted(system, system));
    composite = made.json().getJsonObject("composite").getInt("id");
    people.share(system, composite);
  }

  @Test
  void everyRoleGetsWhatTheMatrixSays() throws IOException, SQLException {
    List<String> differences = new ArrayList<>();
    for (Row row : AccessMatrix.rows()) {
      StringBuilder cells = new StringBuilder();
      statuses.clear();
      for (Role role : Role.values()) {
        cells.append(call(row, role));
      }
      if (!cells.toString().equals(row.cells())) {
        differences.add(
            "%s %s instead of %s: %s %s"
                .formatted(cells, statuses, row.cells(), row.method(), row.path()));
      }
    }
    assertThat(differences).isEmpty();
  }

  private char call(Row row, Role role) throws SQLException {
    String path = row.path().substring(1);
    path =
        path.replace("{systemId}", "" + system)
            .replace("{userId}", "" + victim)
            .replace("{id}", "" + composite)
            .replace("{slug}", "matrix-" + system)
            .replace("{vendor}/{format}", "fronius/solarapi")
            .replace("{vendor}", "fronius")
            .replace("{vendorType}", "enphase")
            .replace("{name}", nameIn(path))
            .replaceAll("\\{\\w+}", NONE);
    boolean isPage = !path.startsWith("api/");
    ApiClient client = isPage ? people.browser(role) : people.script(role);
    boolean reads = row.method().equals("GET");
    boolean hasBody = !reads && !row.method().equals("DELETE");
    Answer answer =
        hasBody ? client.method(row.method(), path, row.body()) : client.method(row.method(), path);
    if (path.equals("sign-out")) {
      comeBack(role);
    }
    boolean isDone = !reads && !isPage && answer.status() / 100 == 2;
    if (isDone && path.endsWith("sign-out-everywhere")) {
      comeBack(role);
    } else if (isDone && row.path().contains("{userId}")) {
      victim = people.victim();
    } else if (isDone && row.path().contains("{")) {
      renew();
    }
    statuses.add(answer.status());
    return letterOf(answer);
  }

  private void comeBack(Role role) throws SQLException {
    switch (role) {
      case USER, VIEWER, OWNER, ADMIN -> people.signIn(role);
      case OWNERS_WRITE_TOKEN -> people.signIn(Role.OWNER);
      case ADMINS_ADMIN_TOKEN -> people.signIn(Role.ADMIN);
      case GUEST -> renew();
      default -> {}
    }
  }

  private static char letterOf(Answer answer) {
    String location = answer.headers().getOrDefault("Location", "");
    if (answer.status() == 302 && location.startsWith("/sign-in?")) {
      return '>';
    }
    return switch (answer.status()) {
      case 401 -> '1';
      case 403 -> '3';
      case 404 -> '4';
      // Nobody is kept out by these; a row with them asks wrongly.
      case 405, 415 -> '?';
      default -> answer.status() < 500 ? '+' : '5';
    };
  }

  private String nameIn(String path) {
    if (path.startsWith("composite/")) {
      return "" + composite;
    }
    return path.startsWith("system/") ? "" + system : "none";
  }
}
