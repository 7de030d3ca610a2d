package energy.liveone.vendor.solaredge;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One request for the past: its calls one after another, energy first. When the allowance ends or a
 * call fails, what was read so far is the answer.
 */
final class HistoryRequest {
  private final SolarEdgeClient client;
  private final VendorSystem system;
  private final SolarEdgeAccess access;
  private final Instant from;
  private final Instant to;
  private final Allowance allowance;
  private final Instant now;
  private final SiteTime time;
  private final Collected collected;
  private final Deque<Supplier<CompletionStage<Void>>> queue = new ArrayDeque<>();

  HistoryRequest(
      SolarEdgeClient client,
      VendorSystem system,
      SolarEdgeAccess access,
      Instant from,
      Instant to,
      Allowance allowance,
      Instant now) {
    this.client = client;
    this.system = system;
    this.access = access;
    this.from = from;
    this.to = to;
    this.allowance = allowance;
    this.now = now;
    time = new SiteTime(SiteFacts.zone(system).orElse(system.zone()));
    collected = new Collected(now);
    collected.asOf(to);
  }

  /** Runs it; to be called once. */
  CompletionStage<FetchResult> run() {
    if (SiteFacts.mayHaveMeter(system)) {
      queue.add(() -> after(client.energy(access, time, from, to), this::energies));
    }
    if (SiteFacts.mayHaveBattery(system)) {
      addStorage();
    }
    if (SiteFacts.mayHaveMeter(system)) {
      queue.add(() -> after(client.power(access, time, from, to), this::powers));
    }
    return next().thenApply(done -> collected.result(system, false));
  }

  private void addStorage() {
    Instant start = from;
    while (start.isBefore(to)) {
      Instant begin = start;
      Instant later =
          ZonedDateTime.ofInstant(start, time.zone())
              .plusDays(SolarEdgeClient.MOST_STORAGE_DAYS)
              .toInstant();
      Instant end = later.isBefore(to) ? later : to;
      queue.add(() -> after(client.storage(access, time, begin, end), this::telemetry));
      start = end;
    }
  }

  private CompletionStage<Void> next() {
    Supplier<CompletionStage<Void>> call = queue.poll();
    return call == null || !allowance.take()
        ? completedStage(null)
        : call.get().thenCompose(done -> next());
  }

  private <T> CompletionStage<Void> after(
      CompletionStage<SolarEdgeReply<T>> reply, Consumer<T> use) {
    return reply.thenAccept(
        answer ->
            answer.<Void>fold(
                told -> {
                  collected.said(told.text());
                  use.accept(told.value());
                  return null;
                },
                unsupported -> {
                  collected.said(unsupported.text());
                  return null;
                },
                refused -> {
                  failed(refused.failure());
                  return null;
                }));
  }

  private void failed(Failure failure) {
    collected.missing(failure);
    if (failure.code() != FailureCode.BAD_RESPONSE) {
      queue.clear();
    }
  }

  private void energies(List<MeterValues> meters) {
    collected.intervals(
        SolarEdgePoints.energies(meters, now).stream().filter(one -> isWithin(one.end())).toList());
  }

  private void telemetry(List<Battery> batteries) {
    samples(SolarEdgePoints.of(BatteryBank.together(batteries)));
  }

  /** The inverter's power is the sun's only where no battery is behind it. */
  private void powers(List<MeterValues> meters) {
    boolean solar = !SiteFacts.mayHaveBattery(system);
    samples(MeanPower.of(meters, solar, now));
  }

  private void samples(List<Reading> readings) {
    collected.samples(readings.stream().filter(one -> isWithin(one.time())).toList());
  }

  private boolean isWithin(Instant time) {
    return time.isAfter(from) && !time.isAfter(to);
  }
}
