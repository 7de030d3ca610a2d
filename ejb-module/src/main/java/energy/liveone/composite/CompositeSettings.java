package energy.liveone.composite;

import energy.liveone.system.Alias;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a composite.
 *
 * @param name 1 to 100 characters
 * @param slug its name in URLs, shaped like a system's alias; unique per owner
 * @param descriptionOrNull at most 500 characters
 * @param position smaller comes first
 * @param zone divides its days
 * @param gridCo2GramsPerKwhOrNull of imported energy, 0 to 5000; null for the installation's
 */
public record CompositeSettings(
    String name,
    Alias slug,
    @Nullable String descriptionOrNull,
    int position,
    boolean isFavorite,
    ZoneId zone,
    @Nullable Double gridCo2GramsPerKwhOrNull) {
  private static final int MAX_NAME = 100;
  private static final int MAX_DESCRIPTION = 500;
  private static final double MAX_CO2 = 5_000;

  public CompositeSettings {
    name = name.strip();
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new CompositeRefused(CompositeFault.INVALID, "name", "A name has 1 to 100 characters");
    }
    if (descriptionOrNull != null && descriptionOrNull.length() > MAX_DESCRIPTION) {
      throw new CompositeRefused(
          CompositeFault.INVALID, "description", "A description has at most 500 characters");
    }
    Double co2 = gridCo2GramsPerKwhOrNull;
    if (co2 != null && !(co2 >= 0 && co2 <= MAX_CO2)) {
      throw new CompositeRefused(
          CompositeFault.INVALID, "gridCo2GramsPerKwh", "Grams a kWh are between 0 and 5000");
    }
  }
}
