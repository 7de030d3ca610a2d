package energy.liveone.vendor.solaredge;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the calls of one poll brought so far. For one poll, whose calls follow each other. */
final class Collected {
  /** Clocks may be wrong by so much; what lies further ahead is no measurement. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Instant now;
  private final List<Reading> samples = new ArrayList<>();
  private final List<IntervalReading> intervals = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private Instant asOf;
  private @Nullable PowerFlow flow;
  private @Nullable Failure missing;

  Collected(Instant now) {
    this.now = now;
    asOf = now;
  }

  /** The vendor has nothing newer than this. */
  void asOf(Instant time) {
    asOf = time.isAfter(now) ? now : time;
  }

  void flow(PowerFlow told) {
    flow = told;
  }

  boolean hasSolarPower() {
    return flow != null && flow.solarW().isPresent();
  }

  void sample(Reading reading) {
    samples(List.of(reading));
  }

  void samples(List<Reading> readings) {
    readings.stream().filter(one -> !isFuture(one.time())).forEach(samples::add);
  }

  void intervals(List<IntervalReading> readings) {
    readings.stream().filter(one -> !isFuture(one.measuredAt(now))).forEach(intervals::add);
  }

  private boolean isFuture(Instant time) {
    return time.isAfter(now.plus(AHEAD));
  }

  void said(String text) {
    if (said.length() < Redaction.MAX_RESPONSE) {
      said.append(said.isEmpty() ? "" : "\n").append(text);
    }
  }

  /** The first failure is told. */
  void missing(Failure failure) {
    missing = missing == null ? failure : missing;
  }

  /** The outcome; of a stale flow only the true zero of the night is left. */
  FetchResult result(VendorSystem system, boolean staleFlow) {
    List<Reading> all = new ArrayList<>(flowSamples(staleFlow));
    all.addAll(samples);
    Failure failure = missing;
    if (all.isEmpty() && intervals.isEmpty()) {
      return failure == null ? new NothingNew(asOf, response()) : new Failed(failure);
    }
    Instant newest =
        Stream.concat(
                all.stream().map(Reading::time), intervals.stream().map(i -> i.measuredAt(now)))
            .max(Instant::compareTo)
            .orElse(now);
    Measurements measurements = new Measurements(all, intervals, List.of(), newPoints(system, all));
    return new Fetched(measurements, newest, response(), failure);
  }

  private List<Reading> flowSamples(boolean stale) {
    if (flow == null || (stale && !flow.sleeps())) {
      return List.of();
    }
    List<Reading> readings = SolarEdgePoints.of(flow, now);
    return stale
        ? readings.stream().filter(one -> one.point().equals(StandardPoint.SOLAR_W.key())).toList()
        : readings;
  }

  /** All points when there are values for more than set-up knew, such as of a new battery. */
  private List<PointDefinition> newPoints(VendorSystem system, List<Reading> all) {
    Set<PointKey> told =
        Stream.concat(
                all.stream().map(Reading::point), intervals.stream().map(IntervalReading::point))
            .collect(Collectors.toSet());
    boolean meter = SiteFacts.mayHaveMeter(system);
    boolean battery = SiteFacts.mayHaveBattery(system);
    Set<PointKey> known =
        SolarEdgePoints.definitions(meter, battery).stream()
            .map(PointDefinition::key)
            .collect(Collectors.toSet());
    if (known.containsAll(told)) {
      return List.of();
    }
    return SolarEdgePoints.definitions(
        meter || told.contains(StandardPoint.LOAD_W.key()) || !intervals.isEmpty(),
        battery || told.contains(StandardPoint.BATTERY_W.key()));
  }

  private @Nullable String response() {
    if (said.isEmpty()) {
      return null;
    }
    return said.substring(0, Math.min(said.length(), Redaction.MAX_RESPONSE));
  }
}
