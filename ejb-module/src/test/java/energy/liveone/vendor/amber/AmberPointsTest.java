package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointSource;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AmberPointsTest extends AmberScene {
  @Test
  void pointsFollowFromTheChannels() {
    var points =
        adapter(NOW).defaultPoints(systemWith("E1:general,E2:general,E3:controlledLoad", 5));

    assertThat(points)
        .extracting(point -> point.key().value())
        .containsExactly(
            "grid_import_price",
            "grid_import_price_e2",
            "grid_controlled_price",
            "grid_spot_price",
            "grid_renewables",
            "grid_import_interval_kwh",
            "grid_import_interval_kwh_e2",
            "grid_controlled_interval_kwh",
            "grid_import_cost",
            "grid_import_cost_e2",
            "price_spike",
            "tariff_period");
    assertThat(points).allMatch(point -> point.source() == PointSource.INTERVALS);
    assertThat(points.get(5).transformJson()).contains("{\"op\":\"interval\",\"minutes\":5}");
  }

  @Test
  void usualSiteHasThePointsOfTwoChannels() {
    assertThat(adapter(NOW).defaultPoints(unknownSystem()))
        .extracting(point -> point.key().value())
        .hasSize(10)
        .contains("grid_export_price", "grid_export_interval_kwh", "grid_export_credit");
  }

  @Test
  void pollsFollowTheBoundariesByHalfAMinute() {
    var rhythm = adapter(NOW).rhythm();
    VendorSystem system = system();

    assertThat(rhythm.next(NOW, system, 0)).isEqualTo("2026-11-23T02:35:30Z");
    assertThat(rhythm.next(NOW, system, 0.999))
        .isBetween("2026-11-23T02:35:44Z", "2026-11-23T02:35:45Z");
    assertThat(rhythm.next(Instant.parse("2026-11-23T02:35:30Z"), system, 0))
        .isEqualTo("2026-11-23T02:40:30Z");
  }

  @Test
  void silenceMeansNothingWhileAnIntervalLasts() {
    var rhythm = adapter(NOW).rhythm();
    Instant start = Instant.parse("2026-11-23T02:30:00Z");

    assertThat(rhythm.silentUntil(start, systemWith("E1:general", 30)))
        .isEqualTo("2026-11-23T03:05:00Z");
    assertThat(rhythm.silentUntil(start, systemWith("E1:general", 5)))
        .isEqualTo("2026-11-23T02:40:00Z");
  }
}
