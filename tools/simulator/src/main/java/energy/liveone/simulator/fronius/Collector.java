package energy.liveone.simulator.fronius;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.DeviceFaults.Sample;
import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The measuring half of a sender: turns the passing of virtual time into batches, one at each whole
 * multiple of the period, and keeps account of the energy that no batch has told yet. Guarded by
 * its sender.
 */
final class Collector {

  /** A leap of the clock is worked off in pieces of this many batches. */
  private static final int MOST_AT_ONCE = 2_000;

  private static final double WH_PER_KWH = 1_000;
  private static final String BOOT_ID_LETTERS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  private final SecureRandom random = new SecureRandom();
  private FroniusSite site;
  private Duration period;
  private Instant measuredUntil;
  private SiteEnergy toldUntil;
  private IntervalEnergy untold = IntervalEnergy.NONE;
  private String bootId = newBootId();
  private int counter;
  private Instant lastReset = Instant.MIN;

  Collector(FroniusSite site, Duration period, Instant now) {
    this.site = site;
    this.period = period;
    measuredUntil = floor(now);
    toldUntil = site.model().at(measuredUntil).lifetime();
  }

  /** Goes on with another home or period. Energy counters of another home start anew. */
  void change(FroniusSite newSite, Duration newPeriod) {
    if (!newSite.equals(site)) {
      site = newSite;
      toldUntil = site.model().at(measuredUntil).lifetime();
    }
    period = newPeriod;
  }

  /** Batches that have become due since the last call. */
  List<Batch> measure(Instant now, Supplier<FaultView> faults) {
    if (now.isBefore(measuredUntil)) {
      measuredUntil = floor(now);
      toldUntil = site.model().at(measuredUntil).lifetime();
    }
    List<Batch> due = new ArrayList<>();
    Instant next = floor(measuredUntil).plus(period);
    while (!next.isAfter(now) && due.size() < MOST_AT_ONCE) {
      measuredUntil = next;
      batch(next, faults.get()).ifPresent(due::add);
      next = next.plus(period);
    }
    return due;
  }

  /** Gives energy back that could not be told; the next batch tells it. */
  void giveBack(IntervalEnergy energy) {
    untold = untold.plus(energy);
  }

  private Optional<Batch> batch(Instant at, FaultView faults) {
    if (DeviceFaults.runningGap(faults, at).isPresent()) {
      return Optional.empty();
    }
    Sample sample = DeviceFaults.sample(faults, at, this::floor);
    SiteState state = site.model().at(sample.measured());
    faults.claim(FaultName.COUNTER_RESET).ifPresent(reset -> restart(reset, state));
    IntervalEnergy energy = takeEnergy(state);
    Optional<Fault> step = faults.claim(FaultName.NEGATIVE_STEP);
    if (step.isPresent()) {
      double kwh = step.get().number().orElse(0.05);
      energy = energy.withSolarWh(-Math.round(kwh * WH_PER_KWH));
    }
    counter++;
    return Optional.of(
        new Batch(
            sample.stamp(),
            bootId + "/" + counter,
            MeteredValues.of(state),
            energy,
            Math.round(state.lifetime().solarKwh() * WH_PER_KWH)));
  }

  private IntervalEnergy takeEnergy(SiteState state) {
    IntervalEnergy energy = IntervalEnergy.between(toldUntil, state.lifetime()).plus(untold);
    toldUntil = state.lifetime();
    untold = IntervalEnergy.NONE;
    return energy;
  }

  /** The collector loses its memory once each time the fault is set. */
  private void restart(Fault reset, SiteState state) {
    if (!reset.since().equals(lastReset)) {
      lastReset = reset.since();
      bootId = newBootId();
      counter = 0;
      toldUntil = state.lifetime();
      untold = IntervalEnergy.NONE;
    }
  }

  private Instant floor(Instant instant) {
    long seconds = period.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  /** Random and not seeded: a restarted collector must not repeat labels that LiveOne has seen. */
  private String newBootId() {
    StringBuilder id = new StringBuilder();
    for (int letter = 0; letter < 4; letter++) {
      id.append(BOOT_ID_LETTERS.charAt(random.nextInt(BOOT_ID_LETTERS.length())));
    }
    return id.toString();
  }
}
