package energy.liveone.simulator.enphase;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts the calls of each application by minute and calendar month, and refuses what is over. */
final class UsageLedger {

  private final Clock clock;
  private final Map<String, Usage> usages = new HashMap<>();
  private Plan plan = Plan.NONE;

  UsageLedger(Clock clock) {
    this.clock = clock;
  }

  /** Counts of one application in the present minute and month. */
  private static final class Usage {
    private Instant minute = Instant.MIN;
    private int inMinute;
    private YearMonth month = YearMonth.of(2000, 1);
    private int inMonth;
    private int refused;
    private int mostInMonth;
    private int mostInMinute;
  }

  synchronized void enforce(Plan wanted) {
    plan = wanted;
  }

  /** Forgets all counts. */
  synchronized void clear() {
    usages.clear();
  }

  /** Counts a call; the refusal's body when it is over a limit, which is not counted. */
  synchronized Optional<JsonObject> count(String apiKey) {
    Instant now = clock.instant();
    Usage usage = usages.computeIfAbsent(apiKey, key -> new Usage());
    turn(usage, now);
    if (usage.inMonth >= plan.perMonth()) {
      usage.refused++;
      return Optional.of(
          refusal("month", start(usage.month), start(usage.month.plusMonths(1)), plan.perMonth()));
    }
    if (usage.inMinute >= plan.perMinute()) {
      usage.refused++;
      Instant end = usage.minute.plus(1, ChronoUnit.MINUTES);
      return Optional.of(refusal("minute", usage.minute, end, plan.perMinute()));
    }
    usage.inMinute++;
    usage.inMonth++;
    usage.mostInMinute = Math.max(usage.mostInMinute, usage.inMinute);
    usage.mostInMonth = Math.max(usage.mostInMonth, usage.inMonth);
    return Optional.empty();
  }

  private static void turn(Usage usage, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (!minute.equals(usage.minute)) {
      usage.minute = minute;
      usage.inMinute = 0;
    }
    YearMonth month = YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (!month.equals(usage.month)) {
      usage.month = month;
      usage.inMonth = 0;
    }
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private JsonObject refusal(String period, Instant start, Instant end, int limit) {
    return JsonText.object()
        .add("message", "Too Many Requests")
        .add("details", "Usage limit exceeded for plan " + plan.title())
        .add("code", 429)
        .add("period", period)
        .add("period_start", start.getEpochSecond())
        .add("period_end", end.getEpochSecond())
        .add("limit", limit)
        .build();
  }

  /** What was counted, by API key. */
  synchronized JsonObjectBuilder told() {
    JsonObjectBuilder applications = JsonText.object();
    usages.forEach(
        (key, usage) -> {
          turn(usage, clock.instant());
          applications.add(
              key,
              JsonText.object()
                  .add("callsThisMinute", usage.inMinute)
                  .add("callsThisMonth", usage.inMonth)
                  .add("mostInAMinute", usage.mostInMinute)
                  .add("mostInAMonth", usage.mostInMonth)
                  .add("refused", usage.refused));
        });
    return JsonText.object()
        .add("plan", plan.name().toLowerCase(Locale.ROOT))
        .add("applications", applications);
  }
}
