package energy.liveone.web.admin;

import energy.liveone.diagnosis.Diagnosis;
import energy.liveone.history.Contact;
import energy.liveone.polling.SessionCause;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a system is polled next and why then, and what it came to so far, in words. */
record ScheduleWords(Diagnosis diagnosis, SiteClock clock) {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;

  /** A line of the card. */
  public record Fact(String label, String value) {}

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (diagnosis.polled()) {
      add(facts, "next", diagnosis.plan().due().map(this::coming).orElse(text("never")));
    }
    add(facts, "why", why());
    if (diagnosis.polled()) {
      diagnosis.plan().busyNode(clock.now()).ifPresent(node -> add(facts, "node", node));
      add(facts, "last", diagnosis.lastContact().map(this::outcome).orElse(text("none")));
      add(facts, "success", past(diagnosis.plan().lastSuccess()));
      add(facts, "failures", Integer.toString(diagnosis.plan().failures()));
    } else {
      add(facts, "pushed", past(lastPush()));
    }
    add(facts, "cadence", text("every", length(diagnosis.cadence())));
    return facts;
  }

  private void add(List<Fact> facts, String key, String value) {
    facts.add(new Fact(text(key), value));
  }

  /** Why it is polled then, or not at all. */
  String why() {
    return text(
        "why." + diagnosis.why().name(),
        diagnosis.plan().failures(),
        Optional.ofNullable(diagnosis.system().statusReasonOrNull()).orElse("\u2013"));
  }

  private Optional<Instant> lastPush() {
    return diagnosis.contacts().stream()
        .filter(contact -> contact.cause() == SessionCause.PUSH && contact.successful())
        .map(Contact::started)
        .findFirst();
  }

  private String coming(Instant due) {
    Duration ahead = Duration.between(clock.now(), due);
    return ahead.isNegative() || ahead.isZero()
        ? text("dueSince", exact(due))
        : text("at", exact(due), text("in", length(ahead)));
  }

  private String past(Optional<Instant> time) {
    return time.map(when -> text("at", exact(when), clock.age(when))).orElse(text("none"));
  }

  private String outcome(Contact contact) {
    return text(
        "outcome",
        text("at", exact(contact.started()), clock.age(contact.started())),
        result(contact, clock.texts()));
  }

  /** What came of an attempt. */
  static String result(Contact contact, Texts texts) {
    String problem = contact.error() == null ? contact.errorCode() : contact.error();
    return contact.successful()
        ? texts.text("system.sessions.ok")
        : texts.text("system.sessions.failed", problem == null ? "" : problem);
  }

  private String exact(Instant time) {
    return clock.date(time) + ", " + clock.exact(time);
  }

  /** A time span in the largest unit that it has at least one of. */
  private String length(Duration span) {
    long seconds = Math.max(1, span.toSeconds());
    if (seconds < 2 * MINUTE) {
      return text("s", seconds);
    }
    if (seconds < 2 * HOUR) {
      return text("min", seconds / MINUTE);
    }
    return seconds < 2 * DAY ? text("h", seconds / HOUR) : text("d", seconds / DAY);
  }

  private String text(String key, Object... values) {
    return clock.texts().text("diag." + key, values);
  }
}
