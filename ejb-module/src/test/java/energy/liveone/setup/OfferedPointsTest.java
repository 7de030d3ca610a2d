package energy.liveone.setup;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.Point;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.StandardPoint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedPointsTest {
  private static final SystemId SYSTEM = new SystemId(7);
  private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");
  private static final PointDefinition SOLAR = StandardPoint.SOLAR_W.from("pv", null);
  private static final PointDefinition LOAD = StandardPoint.LOAD_W.from("demand", null);

  private final OfferedPoints offered = new OfferedPoints(List.of(SOLAR, LOAD));

  @Test
  void whatNobodyChoseIsAsTheVendorHasIt() {
    List<Point> points = offered.of(SYSTEM, List.of(), NOW);

    assertThat(points).extracting(Point::label).containsExactly(SOLAR.label(), LOAD.label());
    assertThat(points).allMatch(Point::isVisible).allMatch(Point::isActive);
    assertThat(points).extracting(Point::displayOrder).containsExactly(0, 10);
  }

  @Test
  void aChoiceChangesOnlyWhatItSays() {
    List<Point> points =
        offered.of(
            SYSTEM,
            List.of(
                new PointChoice(SOLAR.key(), "Both roofs", null),
                new PointChoice(LOAD.key(), null, false)),
            NOW);

    assertThat(points).extracting(Point::label).containsExactly("Both roofs", LOAD.label());
    assertThat(points).extracting(Point::isVisible).containsExactly(true, false);
    assertThat(points).allMatch(Point::isActive);
  }

  @Test
  void aChosenLabelIsKeptWhenTheVendorTellsThePointAgain() {
    Point solar =
        offered.of(SYSTEM, List.of(new PointChoice(SOLAR.key(), "Roof", null)), NOW).get(0);

    solar.found(StandardPoint.SOLAR_W.from("pv", null, "PV", true), NOW);

    assertThat(solar.label()).isEqualTo("Roof");
  }

  @Test
  void aPointThatIsNotOfferedIsNamed() {
    PointChoice other = new PointChoice(new PointKey("sauna_w"), null, false);

    assertThat(offered.unknown(List.of(new PointChoice(LOAD.key(), null, true), other)))
        .contains(other.key());
  }
}
