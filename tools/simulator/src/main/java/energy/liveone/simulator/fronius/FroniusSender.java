package energy.liveone.simulator.fronius;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.fronius.PushClient.Outcome;
import energy.liveone.simulator.fronius.PushClient.Outcome.Answered;
import energy.liveone.simulator.fronius.PushClient.Outcome.Unreachable;
import energy.liveone.simulator.fronius.PushClient.Push;
import energy.liveone.simulator.journal.Journal.Started;
import energy.liveone.simulator.journal.JournalEntry;
import energy.liveone.simulator.vendor.SimulatorContext;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One site's collector at work. It is woken often; each time it measures what has become due and,
 * if nothing is under way and no back-off runs, sends the next batch. One push is under way at a
 * time. Safe for use by many threads.
 *
 * <p>An accepted or doubled batch (200, 409) is settled. A refused one (400, 413, 422) is dropped
 * and its energy told by the next. After 401, 403 or 404 the sender stops until it is changed.
 * Everything else is tried again, after a back-off that doubles, or after the time that the server
 * asked for.
 */
final class FroniusSender {

  private static final int MOST_DOUBLINGS = 6;
  private static final int BACK_OFF_LIMIT = 60;

  private final SimulatorContext context;
  private final PushClient client;
  private final Collector collector;
  private final Spool spool;
  private final SenderTally tally = new SenderTally();
  private SenderSettings settings;
  private FroniusSite site;
  private boolean sending;
  private boolean closed;
  private int failuresInARow;
  private Instant quietUntil = Instant.MIN;
  private @Nullable String stopped;

  FroniusSender(
      SimulatorContext context, PushClient client, FroniusSite site, SenderSettings settings) {
    this.context = context;
    this.client = client;
    this.site = site;
    this.settings = settings;
    collector = new Collector(site, settings.period(), context.clock().instant());
    spool = new Spool(context.seed());
  }

  /** Takes on other settings and begins anew if it had stopped or was backing off. */
  synchronized void change(FroniusSite newSite, SenderSettings newSettings) {
    site = newSite;
    settings = newSettings;
    collector.change(newSite, newSettings.period());
    stopped = null;
    failuresInARow = 0;
    quietUntil = Instant.MIN;
  }

  synchronized SenderSettings settings() {
    return settings;
  }

  /** Nothing is sent any more. */
  synchronized void close() {
    closed = true;
  }

  /** Does what is due. */
  synchronized void wake() {
    if (closed || stopped != null) {
      return;
    }
    Instant now = context.clock().instant();
    for (Batch batch : collector.measure(now, this::faults)) {
      tally.measured();
      keep(batch);
    }
    sendNext();
  }

  private FaultView faults() {
    return context.faults().view(FroniusVendor.NAME, List.of(settings.siteId()), CallKind.PUSH);
  }

  /** Without a spool only the newest batch waits, and it tells the energy of those it displaces. */
  private void keep(Batch batch) {
    Batch kept = batch;
    while (!settings.habits().spool() && !spool.isEmpty()) {
      Batch displaced = spool.take(SenderSettings.Replay.OLDEST_FIRST);
      kept = kept.telling(displaced.energy());
    }
    spool.add(kept);
  }

  private void sendNext() {
    boolean may =
        !closed
            && stopped == null
            && !sending
            && !spool.isEmpty()
            && !settings.habits().outage()
            && !context.clock().realInstant().isBefore(quietUntil);
    if (may) {
      send(spool.take(settings.habits().replay()), false);
    }
  }

  private void send(Batch batch, boolean repeated) {
    sending = true;
    FaultView faults = faults();
    Push push = PushBuilder.push(settings, site.model().zone(), batch, faults);
    Instant begun = context.clock().realInstant();
    Instant virtualBegun = context.clock().instant();
    List<String> sites = List.of(settings.siteId());
    Started started = context.journal().begin(FroniusVendor.NAME, sites);
    var unused =
        client
            .send(push)
            .thenAccept(
                outcome -> {
                  started.end(
                      new JournalEntry(
                          begun,
                          virtualBegun,
                          false,
                          FroniusVendor.NAME,
                          sites,
                          CallKind.PUSH.wireName(),
                          "POST",
                          push.target().getPath(),
                          Map.of("content-type", push.contentType()),
                          outcome instanceof Answered answered ? answered.status() : 0,
                          Duration.between(begun, context.clock().realInstant()),
                          faults.struck()));
                  settle(batch, repeated, outcome);
                });
  }

  private synchronized void settle(Batch batch, boolean repeated, Outcome outcome) {
    sending = false;
    if (outcome instanceof Answered answered) {
      tally.answered(answered.status());
      answered(batch, repeated, answered);
    } else if (outcome instanceof Unreachable unreachable) {
      failed(batch, repeated, unreachable.reason(), null);
    }
    sendNext();
  }

  private void answered(Batch batch, boolean repeated, Answered answer) {
    switch (answer.status()) {
      case 200 -> accepted(batch, repeated);
      case 409 -> {
        failuresInARow = 0;
        tally.duplicate();
      }
      case 400, 413, 422 -> {
        failuresInARow = 0;
        tally.rejected();
        giveBack(batch, repeated);
      }
      case 401, 403, 404 -> {
        stopped = "HTTP " + answer.status();
        putBack(batch, repeated);
      }
      default ->
          failed(batch, repeated, "HTTP " + answer.status(), answer.retryAfter().orElse(null));
    }
  }

  private void accepted(Batch batch, boolean repeated) {
    failuresInARow = 0;
    if (repeated) {
      // The server should have seen through it; the count of accepted pushes shows that it did not.
      tally.accepted(IntervalEnergy.NONE);
      return;
    }
    tally.accepted(batch.energy());
    if (settings.habits().repeatSequence() && !closed) {
      send(batch, true);
    }
  }

  private void failed(Batch batch, boolean repeated, String reason, @Nullable Duration retryAfter) {
    tally.failed(reason);
    long factor = Math.min(1L << Math.min(failuresInARow, MOST_DOUBLINGS), BACK_OFF_LIMIT);
    Duration wait = retryAfter == null ? settings.backOff().multipliedBy(factor) : retryAfter;
    failuresInARow++;
    quietUntil = context.clock().realInstant().plus(wait);
    if (settings.habits().spool()) {
      putBack(batch, repeated);
    } else {
      giveBack(batch, repeated);
    }
  }

  private void putBack(Batch batch, boolean repeated) {
    if (!repeated) {
      spool.putBack(batch);
    }
  }

  private void giveBack(Batch batch, boolean repeated) {
    if (!repeated) {
      collector.giveBack(batch.energy());
    }
  }

  /** Settings without the key, state and counts. */
  synchronized JsonObject json() {
    JsonObjectBuilder json = settings.json();
    json.add("state", stopped == null ? "running" : "stopped");
    if (stopped != null) {
      json.add("stoppedBecause", stopped);
    }
    json.add("waiting", spool.size() + (sending ? 1 : 0)).add("lost", spool.lost());
    tally.addTo(json);
    return json.build();
  }
}
