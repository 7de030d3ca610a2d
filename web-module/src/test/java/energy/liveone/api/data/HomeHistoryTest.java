package energy.liveone.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomeHistoryTest {
  @Test
  void aMonthInWhichClocksArePutBackIsNotTooLong() {
    assertThat(hours("2026-10-01T00:00:00+02:00", "2026-11-01T00:00:00+01:00")).isPresent();
  }

  @Test
  void whatIsLongerThanAMonthIsRefused() {
    assertThatThrownBy(() -> hours("2026-10-01T00:00:00+02:00", "2026-11-01T01:00:00+01:00"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("31 days");
  }

  private static Optional<HomeHistory> hours(String from, String to) {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    values.putSingle("compositeId", "1");
    values.putSingle("pointKeys", "solar_w");
    values.putSingle("aggregation", "1h");
    values.putSingle("from", from);
    values.putSingle("to", to);
    return HomeHistory.parse(new QueryParameters(values), Instant.parse("2026-11-20T00:00:00Z"));
  }
}
