package energy.liveone.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.SystemHealth;
import energy.liveone.history.SystemOverview;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.system.VendorType;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SystemSearchTest {
  private static final List<SystemOverview> ALL =
      List.of(
          system(7, "Main House", "home"),
          system(8, "Home", null),
          system(9, "Unit 7", "unit"),
          system(10, "Main Barn", "home"));

  @Test
  void aNumberMeansTheSystemOfThatNumber() {
    assertThat(found(" 7 ")).containsExactly(7);
  }

  @Test
  void anAliasGoesBeforeANameAndMayBeThatOfSeveralOwners() {
    assertThat(found("HOME")).containsExactly(7, 10);
  }

  @Test
  void aWholeNameGoesBeforeAPartOfOne() {
    assertThat(found("unit 7")).containsExactly(9);
    assertThat(found("main")).containsExactly(7, 10);
  }

  @Test
  void nothingTypedMeansNothing() {
    assertThat(found("  ")).isEmpty();
    assertThat(found("elsewhere")).isEmpty();
  }

  private static List<Integer> found(String typed) {
    return SystemSearch.fitting(ALL, typed).stream().map(one -> one.id().value()).toList();
  }

  private static SystemOverview system(int id, String name, @Nullable String alias) {
    return new SystemOverview(
        new SystemId(id),
        1,
        new VendorType("acme"),
        "Acme",
        "site-" + id,
        name,
        alias == null ? null : new Alias(alias),
        SystemStatus.ACTIVE,
        null,
        false,
        ZoneOffset.UTC,
        null,
        null,
        SystemHealth.GREEN,
        null,
        null,
        false);
  }
}
