package energy.liveone.vendor.mondo;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.mondo.MondoPayload.Row;
import energy.liveone.vendor.mondo.MondoPayload.Widget;
import energy.liveone.vendor.mondo.MondoReply.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One poll: the circuits, then the widget if there is a call left for it. */
final class MondoPoll {
  /**
   * Ten minutes have been seen on a healthy site. A widget this old shows that the site is cut off.
   */
  private static final Duration CUT_OFF = Duration.ofMinutes(30);

  /** A device clock further ahead than this is not believed. */
  private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

  private final MondoClient client;
  private final Clock clock;

  MondoPoll(MondoClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  CompletionStage<FetchResult> fetch(
      VendorSystem system, MondoAccess access, String group, Poll poll) {
    if (!poll.allowance().take()) {
      return completedStage(
          failed(Failure.of(FailureCode.RATE_LIMITED, "No call is left in our own quota")));
    }
    return client
        .circuits(access, group)
        .thenCompose(
            reply ->
                reply.fold(
                    document -> withCircuits(system, access, group, poll, document),
                    refused -> completedStage(failed(refused.failure()))));
  }

  private CompletionStage<FetchResult> withCircuits(
      VendorSystem system, MondoAccess access, String group, Poll poll, Document document) {
    // The minute of the circuits is that of their answer, not that of the widget's.
    Instant time = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    return MondoPayload.rows(document.body())
        .fold(
            rows -> {
              if (rows.rows().isEmpty()) {
                return completedStage(new NothingNew(time, document.forSession()));
              }
              Circuits circuits = new Circuits(document, rows.rows(), time);
              return poll.allowance().take()
                  ? client
                      .widget(access, group)
                      .thenApply(
                          reply ->
                              reply.fold(
                                  widget -> read(system, poll, circuits, widget),
                                  refused ->
                                      read(system, poll, circuits, null, refused.failure(), "")))
                  : completedStage(read(system, poll, circuits, null, null, ""));
            },
            unusable ->
                completedStage(
                    failed(
                        HttpFailures.of(
                            FailureCode.BAD_RESPONSE,
                            unusable.reason(),
                            document.answer(),
                            document.redaction()))));
  }

  /**
   * What the first call brought.
   *
   * @param time the minute in which it did
   */
  private record Circuits(Document document, List<Row> rows, Instant time) {}

  private FetchResult read(VendorSystem system, Poll poll, Circuits circuits, Document document) {
    Optional<Widget> widget =
        MondoPayload.widget(document.body())
            .filter(one -> !one.recorded().isAfter(clock.instant().plus(MAX_AHEAD)));
    return read(system, poll, circuits, widget.orElse(null), null, "\n" + document.forSession());
  }

  private static FetchResult read(
      VendorSystem system,
      Poll poll,
      Circuits circuits,
      @Nullable Widget widget,
      @Nullable Failure missing,
      String widgetForSession) {
    String response = circuits.document().forSession() + widgetForSession;
    if (widget != null && widget.recorded().isBefore(circuits.time().minus(CUT_OFF))) {
      return new NothingNew(widget.recorded(), response);
    }
    boolean invert = system.isOn(MondoAdapter.INVERT_BATTERY);
    List<MondoCircuit> all = MondoCircuit.of(circuits.rows(), invert);
    MondoSite site = MondoSite.of(all);
    List<Reading> readings = new ArrayList<>(site.readings(all, circuits.time(), widget));
    readings.addAll(MondoPoints.readings(all, circuits.time()));
    if (readings.isEmpty()) {
      return new NothingNew(circuits.time(), response);
    }
    MondoRemarks remarks = new MondoRemarks(poll.memory(), circuits.time());
    remarks.onTypes(circuits.rows());
    remarks.onBattery(site.battery(), widget);
    return new Fetched(
        new Measurements(readings, List.of(), List.of(), MondoPoints.of(all, invert)),
        circuits.time(),
        remarks.text().map(text -> text + "\n" + response).orElse(response),
        missing);
  }

  private static FetchResult failed(Failure failure) {
    return new Failed(failure);
  }
}
