package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.api.AccessMatrix.Role;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Composites of systems that are shared, and composites that are shared themselves. */
@SharedProduct
class SharedCompositeIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Product product;
  private People people;
  private ApiClient owner;
  private ApiClient viewer;
  private Site site;
  private String slug;
  private int composite;

  SharedCompositeIT(Product product) {
    this.product = product;
  }

  @BeforeEach
  void share() throws SQLException {
    people = new People(product);
    owner = people.script(Role.OWNER);
    viewer = people.script(Role.VIEWER);
    site = Site.of(owner);
    slug = "shared-" + System.nanoTime();
    composite = make(owner, slug).json().getJsonObject("composite").getInt("id");
    people.share(site.systemId(), composite);
  }

  private Answer make(ApiClient client, String name) {
    return client.post(
        "api/composite",
        "{\"name\":\"Home\",\"slug\":\"%s\",\"systemIds\":[%d]}".formatted(name, site.systemId()));
  }

  @Test
  void aSharedSystemIsAMemberUntilItsShareEnds() {
    Answer made = make(viewer, "mine");
    assertThat(made.status()).isEqualTo(201);
    assertThat(viewerSees("mine").getJsonArray("systemIds")).hasSize(1);

    endAllShares();

    JsonObject after = viewerSees("mine");
    assertThat(after.getJsonArray("systemIds")).isEmpty();
    assertThat(after.getJsonArray("lostMembers").getString(0)).isEqualTo("Site " + site.siteId());
    assertThat(viewer.get("api/data/latest?composite=mine").json().getJsonObject("data")).isEmpty();
    assertThat(viewer.get("api/data/flow?composite=mine&range=24H").status()).isEqualTo(200);
  }

  private JsonObject viewerSees(String name) {
    return viewer.get("api/composite/" + name).json().getJsonObject("composite");
  }

  private void endAllShares() {
    String path = "api/systems/" + site.systemId() + "/sharing";
    owner.get(path).json().getJsonArray("sharing").getValuesAs(JsonObject.class).stream()
        .map(share -> owner.method("DELETE", path + "/" + share.getInt("id")).status())
        .forEach(status -> assertThat(status).isEqualTo(200));
  }

  @Test
  void whoSeesACompositeOnlySeesItsSumsAndNoMember() {
    long now = Instant.now().getEpochSecond();
    site.importSeries(product.admin(), "solar_w", now - 900, 60, steady(15, 1_000));
    endAllShares();

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(latest().getJsonObject("data").keySet()).containsExactly("solar_w"));
    JsonObject history =
        viewer
            .get(
                "api/data/historical?range=1H&aggregation=5m&pointKeys=solar_w&compositeId="
                    + composite)
            .json();
    assertThat(history.getJsonArray("data")).isNotEmpty();
    assertThat(viewer.get("api/data/latest?systemId=" + site.systemId()).status()).isEqualTo(404);
    assertThat(viewer.get("api/composite/" + slug + "/sharing").status()).isEqualTo(403);
    assertThat(viewer.method("DELETE", "api/composite/" + composite).status()).isEqualTo(403);
  }

  private JsonObject latest() {
    return viewer.get("api/data/latest?compositeId=" + composite).json();
  }

  private static double[] steady(int count, double watts) {
    double[] values = new double[count];
    Arrays.fill(values, watts);
    return values;
  }
}
