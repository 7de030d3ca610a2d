package energy.liveone.web.sharing;

import energy.liveone.access.Subject;
import energy.liveone.system.SystemId;
import energy.liveone.web.live.SiteClock;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page at hand shows and its owner may share; set by the page. */
@RequestScoped
public class SharedPage {
  private @Nullable Subject subject;
  private @Nullable SiteClock clock;

  /** Says what the page shows, and in whose time. */
  public void shows(Subject shown, SiteClock times) {
    subject = shown;
    clock = times;
  }

  Optional<Subject> subject() {
    return Optional.ofNullable(subject);
  }

  Optional<SiteClock> clock() {
    return Optional.ofNullable(clock);
  }

  /** "system-7" */
  static String textOf(Subject subject) {
    return subject.type().name().toLowerCase(Locale.ROOT) + "-" + subject.id();
  }

  /** The subject of such a text; empty for any other. */
  static Optional<Subject> subjectOf(@Nullable String text) {
    if (text == null || !text.matches("(system|composite)-[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    String[] parts = text.split("-", 2);
    int id = Integer.parseInt(parts[1]);
    return Optional.of(
        parts[0].equals("system") ? Subject.of(new SystemId(id)) : Subject.ofComposite(id));
  }
}
