package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstLookTest {
  private static final WatchedSystem CONNECTED_IN_THE_MORNING =
      new WatchedSystem(
          new SystemId(1),
          new VendorType("amber"),
          "Home",
          SystemStatus.ACTIVE,
          Instant.parse("2026-11-22T23:30:00Z"),
          new VendorSystem("system:1", "site", ZoneId.of("Australia/Melbourne"), null, Map.of()),
          300,
          600,
          List.of());

  @Test
  void dayOfTheConnectionIsLookedAtFromItsMidnight() {
    assertThat(Instant.ofEpochSecond(FirstLook.from(CONNECTED_IN_THE_MORNING, 0)))
        .isEqualTo("2026-11-22T13:00:00Z");
  }

  @Test
  void daysBeforeTheConnectionAreWhole() {
    assertThat(Instant.ofEpochSecond(FirstLook.from(CONNECTED_IN_THE_MORNING, 7)))
        .isEqualTo("2026-11-15T13:00:00Z");
  }
}
