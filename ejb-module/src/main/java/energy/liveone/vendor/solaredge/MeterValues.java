package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one meter counted in quarter hours, those without a value left out. */
record MeterValues(Meter meter, List<Quarter> quarters) {
  static final Duration QUARTER = Duration.ofMinutes(15);

  MeterValues {
    quarters = List.copyOf(quarters);
  }

  /** The meters that we want, in the words of a request; replies capitalise them otherwise. */
  enum Meter {
    PRODUCTION,
    CONSUMPTION,
    FEEDIN,
    PURCHASED;

    static Optional<Meter> of(String type) {
      return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(type)).findFirst();
    }
  }

  /**
   * A quarter of an hour.
   *
   * @param value Wh, or mean W
   */
  record Quarter(Instant start, double value) {
    Instant end() {
      return start.plus(QUARTER);
    }
  }

  /** Reads {@code energyDetails} or {@code powerDetails}; no meters at all make an empty list. */
  static List<MeterValues> of(JsonFields details, SiteTime time) {
    double factor =
        details.text("unit").orElse("").toLowerCase(Locale.ROOT).startsWith("k") ? 1_000 : 1;
    List<MeterValues> meters = new ArrayList<>();
    for (JsonFields meter : details.objects("meters")) {
      meter
          .text("type")
          .flatMap(Meter::of)
          .ifPresent(type -> meters.add(new MeterValues(type, quarters(meter, time, factor))));
    }
    return meters;
  }

  private static List<Quarter> quarters(JsonFields meter, SiteTime time, double factor) {
    SiteTime.Rows rows = time.rows();
    List<Quarter> quarters = new ArrayList<>();
    for (JsonFields row : meter.objects("values")) {
      // Every row counts for the order of times, also one without a value.
      Optional<Instant> start = row.text("date").flatMap(rows::next);
      OptionalDouble value = row.number("value");
      if (start.isPresent() && value.isPresent() && isQuarter(start.get())) {
        quarters.add(new Quarter(start.get(), value.getAsDouble() * factor));
      }
    }
    return quarters;
  }

  private static boolean isQuarter(Instant start) {
    return Math.floorMod(start.getEpochSecond(), QUARTER.toSeconds()) == 0;
  }
}
