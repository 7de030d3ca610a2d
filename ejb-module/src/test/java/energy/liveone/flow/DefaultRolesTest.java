package energy.liveone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.MetricType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultRolesTest {
  @Test
  void anArrayDoesNotCountBesideTheWhole() {
    Map<Integer, Role> roles =
        DefaultRoles.of(
            List.of(
                power(1, "solar", "generation"),
                power(2, "solar", "generation.local"),
                power(3, "solar", "generation.circuit")));

    assertThat(roles)
        .containsEntry(1, Role.SOLAR)
        .containsEntry(2, Role.SUB_ARRAY)
        .containsEntry(3, Role.SUB_ARRAY);
  }

  @Test
  void arraysWithoutAWholeAreTheWholeTogether() {
    Map<Integer, Role> roles =
        DefaultRoles.of(
            List.of(power(1, "solar", "generation.local"), power(2, "solar", "generation.remote")));

    assertThat(roles.values()).containsOnly(Role.SOLAR);
  }

  @Test
  void aGateMeterCircuitAndAnInverterAreInNoSum() {
    Map<Integer, Role> roles =
        DefaultRoles.of(
            List.of(
                power(1, "grid", "bidirectional.circuit"),
                power(2, "inverter", "bidirectional.circuit"),
                power(3, "load", "consumption.circuit")));

    assertThat(roles).containsOnlyKeys(3).containsEntry(3, Role.SUB_CIRCUIT);
  }

  @Test
  void theSameTypeIsEnergyOrPriceByItsQuantity() {
    Map<Integer, Role> roles =
        DefaultRoles.of(
            List.of(
                new RoleFacts(1, MetricType.ENERGY, "grid", "import"),
                new RoleFacts(2, MetricType.RATE, "grid", "import"),
                new RoleFacts(3, MetricType.ENERGY, "grid", "controlled"),
                new RoleFacts(4, MetricType.VALUE, "grid", "import"),
                new RoleFacts(5, MetricType.RATE, "grid", "spot")));

    assertThat(roles)
        .containsOnly(
            Map.entry(1, Role.GRID_IMPORT),
            Map.entry(2, Role.IMPORT_PRICE),
            Map.entry(3, Role.GRID_IMPORT));
  }

  private static RoleFacts power(int point, String subsystem, String type) {
    return new RoleFacts(point, MetricType.POWER, subsystem, type);
  }
}
