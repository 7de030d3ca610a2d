package energy.liveone.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsReaderTest {
  @Test
  void readingsAreReadInAnyOrderOfFields() {
    List<Reading> readings =
        readings(
            "{\"source\":{\"a\":[1]},\"readings\":["
                + "{\"pointKey\":\"solar_w\",\"timestamp\":1700000000,\"value\":3450.5},"
                + "{\"value\":-1e3,\"note\":[{}],\"timestamp\":1700000060,\"pointKey\":\"grid_w\"}]}");

    assertThat(readings)
        .containsExactly(
            new Reading(new PointKey("solar_w"), Instant.ofEpochSecond(1_700_000_000), 3450.5),
            new Reading(new PointKey("grid_w"), Instant.ofEpochSecond(1_700_000_060), -1000));
  }

  @Test
  void intervalsAreActualUnlessTheySayOtherwise() {
    List<IntervalReading> intervals =
        body("{\"intervals\":["
                + "{\"pointKey\":\"price\",\"end\":1700001000,\"minutes\":30,\"value\":-1.5},"
                + "{\"quality\":\"billable\",\"pointKey\":\"price\",\"end\":1700001300,\"minutes\":5,\"value\":2}]}")
            .intervals();

    assertThat(intervals)
        .containsExactly(
            new IntervalReading(
                new PointKey("price"),
                Instant.ofEpochSecond(1_700_001_000),
                Duration.ofMinutes(30),
                -1.5,
                IntervalQuality.ACTUAL),
            new IntervalReading(
                new PointKey("price"),
                Instant.ofEpochSecond(1_700_001_300),
                Duration.ofMinutes(5),
                2,
                IntervalQuality.BILLABLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | readings",
        "{\"readings\":null} | readings",
        "{\"readings\":[7]} | readings[0]",
        "{\"readings\":[{\"timestamp\":1,\"value\":1}]} | readings[0].pointKey",
        "{\"readings\":[{\"pointKey\":\"A\"}]} | readings[0].pointKey",
        "{\"readings\":[{\"pointKey\":\"a\",\"value\":1}]} | readings[0].timestamp",
        "{\"readings\":[{\"pointKey\":\"a\",\"timestamp\":\"1\"}]} | readings[0].timestamp",
        "{\"readings\":[{\"pointKey\":\"a\",\"timestamp\":1.5}]} | readings[0].timestamp",
        "{\"readings\":[{\"pointKey\":\"a\",\"timestamp\":-1}]} | readings[0].timestamp",
        "{\"readings\":[{\"pointKey\":\"a\",\"timestamp\":1700000000000}]} | readings[0].timestamp",
        "{\"readings\":[{\"pointKey\":\"a\",\"timestamp\":1,\"value\":null}]} | readings[0].value",
        "{\"intervals\":{}} | intervals",
        "{\"intervals\":[{\"pointKey\":\"a\",\"minutes\":5,\"value\":1}]} | intervals[0].end",
        "{\"intervals\":[{\"pointKey\":\"a\",\"end\":300,\"value\":1}]} | intervals[0].minutes",
        "{\"intervals\":[{\"minutes\":4}]} | intervals[0].minutes",
        "{\"intervals\":[{\"minutes\":1441}]} | intervals[0].minutes",
        "{\"intervals\":[{\"quality\":\"best\"}]} | intervals[0].quality",
        "{\"readings\":[],\"intervals\":[7]} | intervals[0]",
      })
  void whatCannotBeUsedIsNamed(String body, String field) {
    ApiProblem problem = problem(body);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.details()).containsEntry("field", field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"readings\":[", "{\"readings\":[{\"a\"", "x"})
  void brokenJsonIsRefused(String body) {
    assertThat(problem(body).code()).isEqualTo("INVALID_JSON");
  }

  @Test
  void tooManyReadingsAreRefused() {
    String one = "{\"pointKey\":\"a\",\"timestamp\":1,\"value\":1}";
    String body = "{\"readings\":[" + (one + ",").repeat(50_000) + one + "]}";

    assertThat(problem(body).details()).containsEntry("field", "readings");
  }

  private static ApiProblem problem(String body) {
    return catchThrowableOfType(ApiProblem.class, () -> body(body));
  }

  private static List<Reading> readings(String body) {
    return body(body).readings();
  }

  private static ReadingsReader.Body body(String body) {
    return ReadingsReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
