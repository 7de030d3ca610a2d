package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.JsonFields;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Sums of a site and the inverter's AC power in W. With a battery behind the inverter that power is
 * not the sun's.
 *
 * @param lifetimeWh the counter; empty also where it is the known 0 beside other sums
 */
record Overview(Optional<Instant> updatedAt, OptionalDouble powerW, OptionalDouble lifetimeWh) {

  /** Reads {@code overview}. */
  static Overview of(JsonFields overview, SiteTime time, Instant now) {
    return new Overview(
        overview.text("lastUpdateTime").flatMap(text -> time.near(text, now)),
        number(overview, "currentPower", "power"),
        lifetime(overview));
  }

  private static OptionalDouble lifetime(JsonFields overview) {
    OptionalDouble lifetime = number(overview, "lifeTimeData", "energy");
    boolean lost =
        lifetime.isPresent()
            && lifetime.getAsDouble() == 0
            && Stream.of("lastYearData", "lastMonthData", "lastDayData")
                .map(part -> number(overview, part, "energy"))
                .anyMatch(sum -> sum.isPresent() && sum.getAsDouble() > 0);
    return lost ? OptionalDouble.empty() : lifetime;
  }

  private static OptionalDouble number(JsonFields overview, String part, String field) {
    return overview.object(part).map(p -> p.number(field)).orElse(OptionalDouble.empty());
  }
}
