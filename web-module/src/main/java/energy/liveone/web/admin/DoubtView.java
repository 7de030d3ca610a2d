package energy.liveone.web.admin;

import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.reading.Retention;
import energy.liveone.web.form.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** What the form for comparing aggregates begins with; a script does the rest over the API. */
@Named("doubt")
@RequestScoped
public class DoubtView {
  @Inject private SystemsOverview systems;
  @Inject private Retention retention;
  @Inject private Clock clock;

  /** A system that can be chosen, and the zone of its days. */
  public record Choice(int id, String name, String zone) {}

  /** All of them, by id. */
  public List<Choice> getSystems() {
    return systems.all().stream()
        .map(one -> new Choice(one.id().value(), one.displayName(), one.displayTimezone().getId()))
        .toList();
  }

  /** How long there is something to compare with. */
  public long getRawDays() {
    return retention.raw().toDays();
  }

  /** Where all systems are. */
  public ComparedDays getDays() {
    return ComparedDays.of(
        systems.all().stream().map(SystemOverview::displayTimezone).toList(), clock.instant());
  }

  /** Where one system is, by the zone that stands in its form. */
  public ComparedDays daysIn(String zone) {
    return ComparedDays.of(Typed.zone(zone).stream().toList(), clock.instant());
  }
}
