package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Poll;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AmberUsageTest extends AmberScene {
  private Measurements fetchedWithUsage(String usage, String channels) {
    serve("[]");
    amber.onUsage(call -> FakeReply.json(payload(usage)));
    return measurements(fetch(systemWith(channels, 30), Poll.unlimited()));
  }

  @Test
  void usageHasTheQualityThatAmberSays() {
    Measurements all =
        fetchedWithUsage("usage-estimated-and-billable.json", "E1:general,B1:feedIn");

    assertThat(of(all, "grid_import_interval_kwh"))
        .extracting(IntervalReading::value, IntervalReading::quality)
        .containsExactly(
            tuple(0.412, IntervalQuality.BILLABLE), tuple(0.3, IntervalQuality.ESTIMATED));
    assertThat(of(all, "grid_import_cost"))
        .extracting(IntervalReading::value)
        .containsExactly(15.718, 11.445);
    assertThat(of(all, "grid_export_credit"))
        .extracting(IntervalReading::value)
        .containsExactly(4.8, 0.0);
    assertThat(of(all, "grid_export_interval_kwh"))
        .extracting(IntervalReading::quality)
        .containsExactly(IntervalQuality.BILLABLE, IntervalQuality.ESTIMATED);
    assertThat(of(all, "grid_import_price")).as("prices come from price records").isEmpty();
  }

  @Test
  void costIsEnergyTimesPriceInOurSigns() {
    Measurements all = fetchedWithUsage("usage-sample.json", "E1:general,B1:feedIn");

    assertThat(only(all, "grid_import_cost").value())
        .isCloseTo(only(all, "grid_import_interval_kwh").value() * 38.16, Offset.offset(0.001));
    assertThat(only(all, "grid_export_credit").value())
        .isCloseTo(only(all, "grid_export_interval_kwh").value() * 19.2, Offset.offset(0.001));
  }

  @Test
  void exportedEnergyIsAboveZeroWhateverItsSignAndItsCostABadCredit() {
    Measurements all =
        fetchedWithUsage(
            "usage-feed-in-below-zero-and-exporting-costs.json", "E1:general,B1:feedIn");

    assertThat(only(all, "grid_export_interval_kwh").value()).isEqualTo(1.75);
    assertThat(only(all, "grid_export_credit").value()).isEqualTo(-4.375);
  }

  @Test
  void channelsOfOneKindNeverOverwriteEachOther() {
    Measurements all =
        fetchedWithUsage(
            "usage-two-general-and-controlled.json",
            "E1:general,E2:general,E3:controlledLoad,B1:feedIn");

    assertThat(
            all.intervals().stream()
                .collect(Collectors.toMap(r -> r.point().value(), IntervalReading::value)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "grid_import_interval_kwh", 0.5,
                "grid_import_cost", 19.0,
                "grid_import_interval_kwh_e2", 0.125,
                "grid_import_cost_e2", 3.75,
                "grid_controlled_interval_kwh", 0.75));
  }

  @Test
  void pricesOfTwoGeneralChannelsAreToldInTheirOrder() {
    serve(payload("two-general-channels.json"));

    Measurements all =
        measurements(fetch(systemWith("E1:general,E2:general,B1:feedIn", 30), Poll.unlimited()));

    assertThat(only(all, "grid_import_price").value()).isEqualTo(20.5);
    assertThat(only(all, "grid_import_price_e2").value()).isEqualTo(8.25);
    assertThat(only(all, "grid_export_price").value()).isEqualTo(1.79);
  }

  @Test
  void failureOfUsageStopsNoPrices() {
    amber.onUsage(call -> FakeReply.status(500, "{\"message\":\"Internal server error\"}"));

    Fetched fetched = (Fetched) fetch();

    assertThat(of(fetched.measurements(), "grid_import_price")).isNotEmpty();
    assertThat(fetched.missing()).isNotNull();
    assertThat(fetched.missing().code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
  }

  @Test
  void usageThatHasNotComeInIsNothingMissing() {
    Fetched fetched = (Fetched) fetch();

    assertThat(amber.usageQueries()).containsExactly("startDate=2026-11-22&endDate=2026-11-22");
    assertThat(fetched.missing()).isNull();
  }

  @Test
  void nothingAtAllIsNothingNew() {
    serve("[]");

    assertThat(fetch()).isInstanceOf(NothingNew.class);
  }
}
