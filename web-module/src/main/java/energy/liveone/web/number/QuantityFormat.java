package energy.liveone.web.number;

import energy.liveone.preference.PowerUnit;
import energy.liveone.preference.TemperatureUnit;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes quantities: W below 1 kW, else kW with two decimals, one from 10 kW; kWh with one decimal;
 * never more than four significant digits. A size that rounds up to the next step is written in
 * that step. Readers may want all powers in kW, and temperatures in °F; values are in W and °C.
 */
public final class QuantityFormat {
  private static final String MINUS = "\u2212";

  /** One way to write a size: used while the rounded, scaled size stays below the limit. */
  private record Step(double factor, String unit, int decimals, double limit) {}

  private static final List<Step> POWER =
      List.of(
          new Step(1, "W", 0, 1000),
          new Step(1e-3, "kW", 2, 10),
          new Step(1e-3, "kW", 1, 1000),
          new Step(1e-6, "MW", 2, 10),
          new Step(1e-6, "MW", 1, 1000),
          new Step(1e-6, "MW", 0, Double.POSITIVE_INFINITY));
  private static final List<Step> KILOWATTS =
      List.of(
          new Step(1e-3, "kW", 2, 10),
          new Step(1e-3, "kW", 1, 1000),
          new Step(1e-3, "kW", 0, Double.POSITIVE_INFINITY));
  private static final List<Step> ENERGY =
      List.of(
          new Step(1, "kWh", 1, 1000),
          new Step(1, "kWh", 0, 10_000),
          new Step(1e-3, "MWh", 2, 100),
          new Step(1e-3, "MWh", 1, 1000),
          new Step(1e-3, "MWh", 0, Double.POSITIVE_INFINITY));

  private final Locale locale;
  private final PowerUnit power;
  private final TemperatureUnit temperature;

  /** For readers of this locale who have no wishes. */
  public QuantityFormat(Locale locale) {
    this(locale, PowerUnit.BY_SIZE, TemperatureUnit.CELSIUS);
  }

  /** For readers of this locale with these wishes. */
  public QuantityFormat(Locale locale, PowerUnit power, TemperatureUnit temperature) {
    this.locale = locale;
    this.power = power;
    this.temperature = temperature;
  }

  /**
   * A value in its unit; {@link Quantity#MISSING} when there is none.
   *
   * @param unit as points have it: W, kWh, %, V, A, Hz, °C, c/kWh, c or empty
   */
  public Quantity of(@Nullable Double value, String unit) {
    if (value == null || value.isNaN() || value.isInfinite()) {
      return Quantity.MISSING;
    }
    return switch (unit) {
      case "W" -> scaled(value, power == PowerUnit.KILOWATT ? KILOWATTS : POWER);
      case "kWh" -> scaled(value, ENERGY);
      case "%", "" -> new Quantity(written(value, 0), unit);
      case "°C" ->
          temperature == TemperatureUnit.FAHRENHEIT
              ? new Quantity(written(value * 9 / 5 + 32, 1), "°F")
              : new Quantity(written(value, 1), unit);
      default -> scaled(value, plain(unit));
    };
  }

  private static List<Step> plain(String unit) {
    return List.of(
        new Step(1, unit, 2, 100),
        new Step(1, unit, 1, 1000),
        new Step(1, unit, 0, Double.POSITIVE_INFINITY));
  }

  private Quantity scaled(double value, List<Step> steps) {
    double size = Math.abs(value);
    Step step =
        steps.stream()
            .filter(each -> rounded(size * each.factor(), each.decimals()) < each.limit())
            .findFirst()
            .orElse(steps.get(steps.size() - 1));
    return new Quantity(written(value * step.factor(), step.decimals()), step.unit());
  }

  private String written(double value, int decimals) {
    double size = rounded(Math.abs(value), decimals);
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return (value < 0 && size > 0 ? MINUS : "") + format.format(size);
  }

  private static double rounded(double size, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.floor(size * scale + 0.5) / scale;
  }
}
