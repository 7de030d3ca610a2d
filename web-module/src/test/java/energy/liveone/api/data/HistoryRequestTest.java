package energy.liveone.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.Resolution;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryRequestTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:12:34.567Z");
  private static final String GOOD = "systemIds=1&pointKeys=solar_w";

  @Test
  void listsAreSeparatedByCommas() {
    HistoryQuery query = parse("systemIds=2,1,2&pointKeys=solar_w, load_w&range=1H");

    assertThat(query.systems()).containsExactly(new SystemId(2), new SystemId(1));
    assertThat(query.points()).containsExactly(new PointKey("solar_w"), new PointKey("load_w"));
  }

  @Test
  void aSlugStandsForItsMembers() {
    assertThat(parse("composite=home&pointKeys=solar_w&range=1H").systems())
        .containsExactly(new SystemId(1), new SystemId(2));
    assertThat(parse("systemIds=home&pointKeys=solar_w&range=1H").systems())
        .containsExactly(new SystemId(1), new SystemId(2));
  }

  @Test
  void timesAreEpochSecondsOrIso() {
    HistoryQuery query = parse(GOOD + "&from=1700000000&to=2023-11-15T10:13:20 11:00");

    assertThat(query.window().from()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    assertThat(query.window().to()).isEqualTo("2023-11-14T23:13:20Z");
    assertThat(query.resolution()).isEqualTo(Resolution.RAW);
  }

  @Test
  void aWindowWithoutEndEndsNow() {
    assertThat(parse(GOOD + "&from=2026-11-23T00:00:00Z").window().to()).isEqualTo(NOW);
  }

  @Test
  void fieldsComeBesidesTheValue() {
    assertThat(parse(GOOD + "&range=24H&fields=min,coveredS").fields())
        .containsExactly(SeriesField.VALUE, SeriesField.MIN, SeriesField.COVERED_SECONDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pointKeys=solar_w&range=1H | systemIds",
        "systemIds=,&pointKeys=solar_w&range=1H | systemIds",
        "systemIds=1&range=1H | pointKeys",
        "systemIds=1&pointKeys=Solar&range=1H | pointKeys",
        "systemIds=1&pointKeys=solar_w | range",
        "systemIds=1&pointKeys=solar_w&range=2H | range",
        "systemIds=1&pointKeys=solar_w&range=1H&range=6H | range",
        "systemIds=1&pointKeys=solar_w&range=1H&from=1 | range",
        "systemIds=1&pointKeys=solar_w&to=1700000000 | from",
        "systemIds=1&pointKeys=solar_w&from=yesterday | from",
        "systemIds=1&pointKeys=solar_w&from=-5 | from",
        "systemIds=1&pointKeys=solar_w&from=1700000000000 | from",
        "systemIds=1&pointKeys=solar_w&from=5000000000&to=5000000001 | from",
        "systemIds=1&pointKeys=solar_w&from=2026-01-01 | from",
        "systemIds=1&pointKeys=solar_w&from=1700000000&to=1700000000 | from",
        "systemIds=1&pointKeys=solar_w&from=1&to=1700000000 | from",
        "systemIds=1&pointKeys=solar_w&range=1H&aggregation=hourly | aggregation",
        "systemIds=1&pointKeys=a,b,c,d&range=1Y&aggregation=raw | aggregation",
        "systemIds=1&pointKeys=solar_w&range=1H&fields=min | fields",
        "systemIds=1&pointKeys=solar_w&range=24H&fields=median | fields",
      })
  void whatCannotBeUsedIsNamed(String query, String field) {
    ApiProblem problem = catchThrowableOfType(ApiProblem.class, () -> parse(query));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.details()).containsEntry("field", field);
  }

  @ParameterizedTest
  @CsvSource({"cottage", "0", "-1", "99999999999", "1;drop table systems"})
  void systemsThatCannotExistAreNotFound(String systems) {
    ApiProblem problem =
        catchThrowableOfType(
            ApiProblem.class, () -> parse("systemIds=" + systems + "&pointKeys=solar_w&range=1H"));

    assertThat(problem.status()).isEqualTo(404);
  }

  private static HistoryQuery parse(String query) {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      values.add(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return HistoryRequest.parse(new QueryParameters(values), HistoryRequestTest::members, NOW);
  }

  private static List<SystemId> members(QueryParameters query) {
    if (!HistoryRequest.named(query).equals(List.of("home"))) {
      throw ApiProblem.notFound("There is no such composite");
    }
    return List.of(new SystemId(1), new SystemId(2));
  }
}
