package energy.liveone.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code liveone.gaps.scan-period}: how often the 5-minute rows are looked through; {@code
 * liveone.gaps.first-days}: how many days before its connection a system with a history fetches by
 * itself; {@code liveone.gaps.at-once}: systems whose gaps this node repairs at once. A node that
 * does not poll ({@code liveone.poll.enabled}) does not look for gaps either.
 */
@ApplicationScoped
public class GapSettings {
  private static final int MOST_FIRST_DAYS = 366;

  private final boolean enabled;
  private final Duration scanPeriod;
  private final int firstDays;
  private final int atOnce;

  /** For the container's proxy. */
  protected GapSettings() {
    this(true, Duration.ofMinutes(5), 7, 4);
  }

  @Inject
  GapSettings(
      @ConfigProperty(name = "liveone.poll.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "liveone.gaps.scan-period", defaultValue = "PT5M") Duration scanPeriod,
      @ConfigProperty(name = "liveone.gaps.first-days", defaultValue = "7") int firstDays,
      @ConfigProperty(name = "liveone.gaps.at-once", defaultValue = "4") int atOnce) {
    if (scanPeriod.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("liveone.gaps.scan-period is at least PT1S");
    }
    if (firstDays < 0 || firstDays > MOST_FIRST_DAYS || atOnce < 1) {
      throw new IllegalArgumentException(
          "liveone.gaps.first-days is 0 to 366, liveone.gaps.at-once at least 1");
    }
    this.enabled = enabled;
    this.scanPeriod = scanPeriod;
    this.firstDays = firstDays;
    this.atOnce = atOnce;
  }

  boolean enabled() {
    return enabled;
  }

  Duration scanPeriod() {
    return scanPeriod;
  }

  int firstDays() {
    return firstDays;
  }

  int atOnce() {
    return atOnce;
  }
}
