package energy.liveone.web.system;

import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.BackfillProgress.State;
import energy.liveone.vendor.FailureCode;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Texts;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An order to fetch the past, in words.
 *
 * @param state as the API names it, by which scripts see that the words are old
 * @param styleClass {@code ok} when it is done, {@code bad} when a person has to help
 * @param text what it is doing, or how it ended and what to do
 * @param counts days and values so far
 */
public record OrderWords(
    int id,
    String state,
    String styleClass,
    boolean active,
    String text,
    String counts,
    int daysDone,
    int daysTotal) {

  static OrderWords of(BackfillProgress order, String vendor, SiteClock clock) {
    Texts texts = clock.texts();
    NumberFormat numbers = NumberFormat.getIntegerInstance(texts.locale());
    return new OrderWords(
        order.id(),
        order.state().wireName(),
        order.state() == State.DONE ? "ok" : order.state() == State.FAILED ? "bad" : "",
        order.state().isActive(),
        text(order, vendor, clock),
        texts.shared(
            "history.counts",
            numbers.format(order.daysDone()),
            numbers.format(order.daysTotal()),
            numbers.format(order.rows())),
        order.daysDone(),
        order.daysTotal());
  }

  private static String text(BackfillProgress order, String vendor, SiteClock clock) {
    Texts texts = clock.texts();
    String first = day(order.days().first(), clock);
    String last = day(order.days().last(), clock);
    return switch (order.state()) {
      case RUNNING -> texts.text("history.running", first, last);
      case WAITING -> waiting(order, vendor, clock);
      case DONE -> texts.text("history.done", first, last);
      case STOPPED -> texts.text("history.stopped", first, last);
      case FAILED ->
          order
              .failureCode()
              .map(code -> failed(code, vendor, texts))
              .orElseGet(() -> texts.text("history.failed.own"));
    };
  }

  /** Without a failure it is the quota that it waits for. */
  private static String waiting(BackfillProgress order, String vendor, SiteClock clock) {
    Instant until = order.waitsUntilOrNull();
    String time = until == null ? "" : clock.until(until);
    String why =
        order.failures() == 0
            ? "quota"
            : order
                .failureCode()
                .filter(FailureCode::retryable)
                .map(FailureCode::name)
                .orElse("vendor");
    return clock.texts().text("history.waiting." + why, time, vendor);
  }

  private static String failed(FailureCode code, String vendor, Texts texts) {
    return texts.text(
        code.needsOwner() ? "history.failed.owner" : "history.failed.vendor",
        texts.text("setup.failed." + code.name(), vendor));
  }

  private static String day(LocalDate day, SiteClock clock) {
    return clock.day(day.atStartOfDay(clock.zone()).toInstant());
  }
}
