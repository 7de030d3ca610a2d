package energy.liveone.simulator.enphase;

import java.util.Locale;
import java.util.Optional;

/** What an application may call; {@link #NONE} for a cloud without limits. */
enum Plan {
  NONE(Integer.MAX_VALUE, Integer.MAX_VALUE),
  WATT(10, 1_000),
  KILOWATT(50, 50_000),
  MEGAWATT(100, 300_000);

  private final int perMinute;
  private final int perMonth;

  Plan(int perMinute, int perMonth) {
    this.perMinute = perMinute;
    this.perMonth = perMonth;
  }

  int perMinute() {
    return perMinute;
  }

  int perMonth() {
    return perMonth;
  }

  /** As it stands in messages: {@code Watt}. */
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  static Optional<Plan> of(String name) {
    for (Plan plan : values()) {
      if (plan.name().equalsIgnoreCase(name)) {
        return Optional.of(plan);
      }
    }
    return Optional.empty();
  }
}
