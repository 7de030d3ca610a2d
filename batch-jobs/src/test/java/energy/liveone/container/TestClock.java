package energy.liveone.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the application under test stands still at a moment that the test chooses. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@Dependent
public class TestClock extends Clock {
  private static volatile Instant now = Instant.parse("2025-04-20T00:00:00Z");

  /** For all beans, also those that got the clock long ago. */
  public static void set(Instant instant) {
    now = instant;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
