package energy.liveone.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.vendor.GeoPoint;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
  @Test
  void twoNumbersAreAPlace() {
    assertThat(Place.of(body("{'latitude':-37.81,'longitude':145}")))
        .contains(new GeoPoint(-37.81, 145));
  }

  @Test
  void nobodyHasToSay() {
    assertThat(Place.of(body("{}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'latitude':-37.81} | longitude",
        "{'longitude':145} | latitude",
        "{'latitude':90.1,'longitude':145} | latitude",
        "{'latitude':0,'longitude':-180.5} | longitude"
      })
  void halfAPlaceOrOneOffTheEarthIsRefusedByField(String json, String field) {
    ApiProblem problem = catchThrowableOfType(ApiProblem.class, () -> Place.of(body(json)));

    assertThat(problem.details()).containsEntry("field", field);
  }

  private static JsonBody body(String json) {
    try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
      return JsonBody.of(reader.readObject());
    }
  }
}
