package energy.liveone.web.admin;

import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.reading.Retention;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form for comparing aggregates begins with; a script does the rest over the API. */
@Named("doubt")
@RequestScoped
public class DoubtView {
  @Inject private SystemsOverview systems;
  @Inject private Retention retention;
  @Inject private Clock clock;
  private @Nullable List<SystemOverview> all;

  /** A system that can be chosen, and the zone of its days. */
  public record Choice(int id, String name, String zone) {}

  /** All of them, by id. */
  public List<Choice> getSystems() {
    return all().stream()
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
        all().stream().map(SystemOverview::displayTimezone).toList(), clock.instant());
  }

  /** Where one system is. */
  public ComparedDays daysIn(ZoneId zone) {
    return ComparedDays.of(List.of(zone), clock.instant());
  }

  private List<SystemOverview> all() {
    if (all == null) {
      all = systems.all();
    }
    return all;
  }
}
