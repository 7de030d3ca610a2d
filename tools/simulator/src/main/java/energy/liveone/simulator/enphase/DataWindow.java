package energy.liveone.simulator.enphase;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * The stretch of time that a telemetry call asks for.
 *
 * @param from exclusive start
 * @param to inclusive end, as far as the cloud has data
 */
record DataWindow(Instant from, Instant to) {

  /** Evenings come only in the next night, as after an outage of the gateway's uplink. */
  static final FaultName SHORT_EVENING = new FaultName("shortEvening", FaultName.Value.NONE);

  private static final Duration LATE = Duration.ofMinutes(25);
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalTime HEALED = LocalTime.of(3, 0);
  private static final Map<String, Duration> GRANULARITIES =
      Map.of(
          "5mins", Duration.ofMinutes(5),
          "15mins", Duration.ofMinutes(15),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7));

  /**
   * The window of a call. Without a start it is the day of the system so far, whatever else is
   * asked; with one it is as long as the granularity says, which is 24 hours for a day even where
   * the clocks change.
   */
  static DataWindow of(
      EnphaseSystem system, Map<String, String> parameters, FaultView faults, Instant now) {
    ZoneId zone = ZoneId.of(system.timezone());
    Instant newest = newest(zone, faults, now);
    String start = parameters.getOrDefault("start_at", "");
    if (start.isEmpty()) {
      return new DataWindow(LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant(), newest);
    }
    Instant from = Instant.ofEpochSecond(Long.parseLong(start));
    Duration length =
        GRANULARITIES.getOrDefault(
            parameters.getOrDefault("granularity", "day"), Duration.ofDays(1));
    Instant end = from.plus(length);
    return new DataWindow(from, end.isBefore(newest) ? end : newest);
  }

  /** The newest data that has come, by the virtual clock. */
  static Instant newest(ZoneId zone, FaultView faults, Instant now) {
    Instant seen = DeviceFaults.heldSince(faults, now).orElse(now);
    Instant newest = seen.minus(LATE);
    return faults.strikes(SHORT_EVENING) ? withoutEvening(newest, zone, now) : newest;
  }

  private static Instant withoutEvening(Instant newest, ZoneId zone, Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate evening =
        local.toLocalTime().isBefore(HEALED)
            ? local.toLocalDate().minusDays(1)
            : local.toLocalDate();
    Instant last = evening.atTime(EVENING).atZone(zone).toInstant();
    return last.isBefore(newest) ? last : newest;
  }
}
