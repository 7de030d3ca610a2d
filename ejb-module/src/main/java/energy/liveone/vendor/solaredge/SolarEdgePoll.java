package energy.liveone.vendor.solaredge;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.solaredge.SolarEdgeReply.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One poll: its calls one after another, so that three polls at once are three calls at once. What
 * is not due, not supported or beyond the allowance is left out; what a later call lacks does not
 * spoil what an earlier one brought.
 */
final class SolarEdgePoll {
  /** What the vendor revises lies within it. */
  private static final Duration LOOK_BACK = Duration.ofHours(2);

  /** Asked for at first; also when the notes of earlier polls are lost. */
  private static final Duration FIRST_LOOK_BACK = Duration.ofDays(1);

  private static final Duration MOST_LOOK_BACK =
      Duration.ofDays(SolarEdgeClient.MOST_STORAGE_DAYS - 1);

  /** Clocks may be wrong by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final SolarEdgeClient client;
  private final VendorSystem system;
  private final SolarEdgeAccess access;
  private final Poll poll;
  private final Instant now;
  private final PollNotes notes;
  private final PollPlan plan;
  private final FlowWatch watch;
  private final LifetimeWatch lifetime;
  private final Deque<PollCall> queue;
  private final Collected collected;
  private boolean battery;

  SolarEdgePoll(
      SolarEdgeClient client, VendorSystem system, SolarEdgeAccess access, Poll poll, Instant now) {
    this.client = client;
    this.system = system;
    this.access = access;
    this.poll = poll;
    this.now = now;
    notes = new PollNotes(poll.memory());
    plan = new PollPlan(system, poll, notes, now);
    watch = new FlowWatch(poll.memory(), now);
    lifetime = new LifetimeWatch(poll.memory());
    queue = new ArrayDeque<>(plan.calls());
    collected = new Collected(now);
    battery = SiteFacts.hasBattery(system) || notes.hasSeenBattery();
  }

  /** Runs it; to be called once. */
  CompletionStage<FetchResult> run() {
    return next().thenApply(done -> collected.result(system, watch.isStale()));
  }

  private CompletionStage<Void> next() {
    PollCall call = queue.poll();
    if (call == null || !poll.allowance().take()) {
      return completedStage(null);
    }
    notes.made(call, now);
    return make(call).thenCompose(done -> next());
  }

  private CompletionStage<Void> make(PollCall call) {
    SiteTime time = plan.time();
    return switch (call) {
      case POWER_FLOW -> after(call, client.powerFlow(access), this::flow);
      case OVERVIEW -> after(call, client.overview(access, time), this::overview);
      case DETAILS ->
          after(call, client.details(access), details -> details.zone().ifPresent(notes::zone));
      case ENERGY ->
          after(
              call,
              client.energy(access, time, since(call), now),
              meters -> collected.intervals(SolarEdgePoints.energies(meters, now)));
      case STORAGE ->
          after(
              call,
              client.storage(access, time, since(call), now),
              batteries -> collected.samples(SolarEdgePoints.of(BatteryBank.together(batteries))));
    };
  }

  private <T> CompletionStage<Void> after(
      PollCall call, CompletionStage<SolarEdgeReply<T>> reply, Consumer<T> use) {
    return reply.thenAccept(
        answer ->
            answer.<Void>fold(
                told -> {
                  use(call, told, use);
                  return null;
                },
                unsupported -> {
                  collected.said(unsupported.text());
                  unsupported(call);
                  return null;
                },
                refused -> {
                  failed(refused.failure());
                  return null;
                }));
  }

  private <T> void use(PollCall call, Told<T> told, Consumer<T> use) {
    collected.said(told.text());
    notes.told(call, now);
    use.accept(told.value());
  }

  private void unsupported(PollCall call) {
    notes.unsupported(call, now);
    if (call == PollCall.POWER_FLOW) {
      addOverview();
    }
  }

  private void addOverview() {
    if (!queue.contains(PollCall.OVERVIEW)) {
      queue.addFirst(PollCall.OVERVIEW);
    }
  }

  /** A vendor that refuses one call for its state or ours refuses the others too. */
  private void failed(Failure failure) {
    boolean limited = failure.code() == FailureCode.RATE_LIMITED;
    collected.missing(limited ? notes.rateLimited(failure, now) : failure);
    if (failure.code() != FailureCode.BAD_RESPONSE) {
      queue.clear();
    }
  }

  private void flow(PowerFlow flow) {
    watch.saw(flow);
    if (flow.hasBattery()) {
      battery = true;
      notes.sawBattery();
    }
    collected.flow(flow);
    if (watch.wantsOverview() || (flow.solarW().isEmpty() && !battery)) {
      addOverview();
    }
  }

  private void overview(Overview overview) {
    watch.saw(overview);
    overview.updatedAt().ifPresent(collected::asOf);
    Instant time = overview.updatedAt().filter(at -> !at.isAfter(now.plus(AHEAD))).orElse(now);
    overview
        .lifetimeWh()
        .ifPresent(
            wattHours -> {
              OptionalDouble believed = lifetime.judge(wattHours);
              believed.ifPresent(value -> collected.sample(SolarEdgePoints.lifetime(value, time)));
              if (believed.isEmpty()) {
                notes.hurry(PollCall.OVERVIEW);
              }
            });
    if (!battery && !collected.hasSolarPower()) {
      overview
          .powerW()
          .ifPresent(
              watts -> collected.sample(SolarEdgePoints.solar(watts, powerTime(watts, time))));
    }
  }

  /** An inverter that sleeps reports nothing, and its zero is true all night. */
  private Instant powerTime(double watts, Instant reported) {
    return watts == 0 && !SiteFacts.daylight(system).isLight(now) ? now : reported;
  }

  /** From where a call has something new: a little before the last time that it told anything. */
  private Instant since(PollCall call) {
    Instant usual = now.minus(LOOK_BACK);
    Instant wanted =
        notes.toldUntil(call).map(at -> at.minus(LOOK_BACK)).orElse(now.minus(FIRST_LOOK_BACK));
    Instant earliest = now.minus(MOST_LOOK_BACK);
    Instant since = wanted.isBefore(usual) ? wanted : usual;
    return since.isBefore(earliest) ? earliest : since;
  }
}
