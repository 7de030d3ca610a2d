package energy.liveone.web.system;

import energy.liveone.gap.BackFill;
import energy.liveone.gap.BackFill.Ordered;
import energy.liveone.gap.BackfillJobs;
import energy.liveone.gap.DayRange;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Words;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The past that a vendor keeps, for the owner of a system: what there is, ordering it, progress.
 */
@Named("systemHistory")
@RequestScoped
public class SystemHistoryView {
  private static final String FROM = "history-from";
  private static final String TO = "history-to";

  /** What a form that nobody has touched asks for. */
  private static final int DAYS_SUGGESTED = 30;

  @Inject private ShownSystem shown;
  @Inject private BackFill backFill;
  @EJB private BackfillJobs jobs;
  @Inject private Words words;
  @Inject private Clock clock;
  @Inject private HttpServletRequest request;
  private String errorField = "";
  private String error = "";
  private @Nullable Known known;

  /** What is asked once for a page. */
  private record Known(@Nullable LocalDate earliestOrNull, @Nullable OrderWords orderOrNull) {}

  /** The first day that the vendor answers for, ISO-8601; empty without a history. */
  public String getEarliest() {
    return earliest().map(LocalDate::toString).orElse("");
  }

  private Optional<LocalDate> earliest() {
    return Optional.ofNullable(known().earliestOrNull());
  }

  private Known known() {
    Known asked = known;
    if (asked == null) {
      String vendor = shown.get().vendorName();
      asked =
          new Known(
              backFill.earliest(shown.id()).orElse(null),
              backFill
                  .progress(shown.id())
                  .map(one -> OrderWords.of(one, vendor, siteClock()))
                  .orElse(null));
      known = asked;
    }
    return asked;
  }

  /** What the vendor can give back, in words. */
  public String getLead() {
    String vendor = shown.get().vendorName();
    return earliest()
        .map(first -> words.text("history.lead", vendor, written(first)))
        .orElseGet(() -> words.text("history.none", vendor));
  }

  /** Today at the system, the latest day that can be wanted. */
  public String getLatest() {
    return today().toString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shown.get().displayTimezone());
  }

  public String getFrom() {
    LocalDate suggested = today().minusDays(DAYS_SUGGESTED);
    LocalDate possible = earliest().filter(suggested::isBefore).orElse(suggested);
    return Typed.of(request, FROM, possible.toString());
  }

  public String getTo() {
    return Typed.of(request, TO, today().minusDays(1).toString());
  }

  /** Orders the days that were typed. */
  public void order() throws IOException {
    Optional<LocalDate> from = day(getFrom());
    Optional<LocalDate> to = day(getTo());
    if (from.isEmpty()) {
      refuse(FROM, "history.bad.day");
    } else if (to.isEmpty()) {
      refuse(TO, "history.bad.day");
    } else if (to.get().isBefore(from.get())) {
      refuse(TO, "history.bad.order");
    } else if (isTaken(backFill.order(shown.id(), new DayRange(from.get(), to.get())))) {
      NextPage.go("/system/" + shown.id() + "/edit#history");
    }
  }

  private boolean isTaken(Ordered ordered) {
    String vendor = shown.get().vendorName();
    return ordered.fold(
        taken -> {
          jobs.start(taken.progress().id());
          return true;
        },
        none -> refuse(FROM, "history.none", vendor),
        future -> refuse(TO, "history.bad.future", written(future.latest())),
        early -> refuse(FROM, "history.bad.reach", vendor, written(early.earliest())),
        running -> refuse(FROM, "history.bad.running"));
  }

  private boolean refuse(String field, String key, Object... values) {
    errorField = field;
    error = words.text(key, values);
    return false;
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private String written(LocalDate day) {
    return siteClock().day(day.atStartOfDay(shown.get().displayTimezone()).toInstant());
  }

  private SiteClock siteClock() {
    Instant now = clock.instant();
    return new SiteClock(shown.get().displayTimezone(), now, words.texts());
  }

  /** The newest order in words; null when nothing was ever ordered. */
  public @Nullable OrderWords getOrder() {
    return known().orderOrNull();
  }

  /** What is wrong with a field; empty when nothing is. */
  public String errorOf(String field) {
    return errorField.equals(field) ? error : "";
  }
}
