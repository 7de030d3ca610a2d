package energy.liveone.web.system;

import energy.liveone.web.live.SystemPanel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The periods that the form for a system's table offers, as days of the system. */
@Named("systemDownload")
@RequestScoped
public class SystemDownloadView {
  @Inject private SystemView page;
  @Inject private Clock clock;

  private LocalDate today() {
    SystemPanel panel = page.getPanel();
    ZoneId zone = panel == null ? ZoneOffset.UTC : panel.clock().zone();
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  public String getToday() {
    return today().toString();
  }

  /** The first day of this month. */
  public String getMonth() {
    return today().withDayOfMonth(1).toString();
  }

  /** The first day of this year. */
  public String getYear() {
    return today().withDayOfYear(1).toString();
  }
}
