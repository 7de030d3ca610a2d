package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The server's word that there are new values. */
@SharedProduct
class StreamIT {
  private final ApiClient admin;

  StreamIT(Product product) {
    admin = product.admin();
  }

  @Test
  void aStreamNamesSystemsAndCompositesWithNewValuesAndNoOthers() {
    Site moving = Site.of(admin);
    Site still = Site.of(admin);
    int composite =
        admin
            .post(
                "api/composite",
                "{\"name\":\"Told\",\"slug\":\"told-%d\",\"systemIds\":[%d]}"
                    .formatted(moving.systemId(), moving.systemId()))
            .json()
            .getJsonObject("composite")
            .getInt("id");
    String query =
        "api/data/stream?systemIds=%d,%d&compositeIds=%d&seconds=6"
            .formatted(moving.systemId(), still.systemId(), composite);

    long begin = Instant.now().minusSeconds(600).getEpochSecond();
    AtomicInteger count = new AtomicInteger();
    CompletableFuture<Answer> stream = CompletableFuture.supplyAsync(() -> admin.get(query));
    // What was written before the stream had begun is old to it.
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              moving.importSeries(admin, "solar_w", begin + count.incrementAndGet(), 60, 1_000);
              return stream.isDone();
            });

    Answer answer = stream.join();
    assertThat(answer.contentType()).startsWith("text/event-stream");
    assertThat(answer.body())
        .contains("event: ready")
        .contains("event: latest")
        .contains("systemId=" + moving.systemId())
        .contains("compositeId=" + composite)
        .doesNotContain("systemId=" + still.systemId());
  }

  @Test
  void whatCannotBeWatchedIsAnError() {
    assertThat(admin.get("api/data/stream").status()).isEqualTo(400);
    assertThat(admin.get("api/data/stream?systemIds=99999999").status()).isEqualTo(404);
    assertThat(admin.get("api/data/stream?systemIds=1&seconds=1000").status()).isEqualTo(400);
  }
}
