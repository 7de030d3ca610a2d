package energy.liveone.flowledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much CO2 a kWh from the grid stands for: what the composite says, else {@code
 * liveone.grid.co2-grams-per-kwh} of the installation, else nobody knows.
 */
@Dependent
public class GridIntensity {
  private final Optional<Double> ofInstallation;

  /** The installation's, in g/kWh. */
  @Inject
  public GridIntensity(
      @ConfigProperty(name = "liveone.grid.co2-grams-per-kwh") Optional<Double> ofInstallation) {
    this.ofInstallation = ofInstallation;
  }

  /** Of a home, in g/kWh. */
  public Optional<Double> of(Home home) {
    return Optional.ofNullable(home.co2GramsPerKwhOrNull()).or(() -> ofInstallation);
  }
}
