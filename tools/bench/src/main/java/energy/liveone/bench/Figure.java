package energy.liveone.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param unit of {@code value} and of the yardstick
 * @param yardstick what it is compared with, measured in the same run
 * @param limit what is required, if anything is
 */
record Figure(
    String bench,
    String name,
    double value,
    String unit,
    Optional<Yardstick> yardstick,
    Optional<Limit> limit) {

  /**
   * Another way to do the same, measured in the same run.
   *
   * @param ratio of the figure's value to this one
   */
  record Yardstick(String name, double value, double ratio) {}

  /** A requirement on the value, or on its ratio to the yardstick. */
  record Limit(boolean atLeast, boolean ofRatio, double bound) {}

  static Figure of(String bench, String name, double value, String unit) {
    return new Figure(bench, name, value, unit, Optional.empty(), Optional.empty());
  }

  Figure against(String yardstickName, double yardstickValue) {
    return against(yardstickName, yardstickValue, value / yardstickValue);
  }

  /** With a ratio taken pair by pair, which a change of the machine's load spoils least. */
  Figure against(String yardstickName, double yardstickValue, double pairedRatio) {
    return new Figure(
        bench,
        name,
        value,
        unit,
        Optional.of(new Yardstick(yardstickName, yardstickValue, pairedRatio)),
        limit);
  }

  Figure atMost(double bound) {
    return limited(new Limit(false, false, bound));
  }

  Figure ratioAtLeast(double bound) {
    return limited(new Limit(true, true, bound));
  }

  private Figure limited(Limit newLimit) {
    return new Figure(bench, name, value, unit, yardstick, Optional.of(newLimit));
  }

  /** Value over yardstick. */
  Optional<Double> ratio() {
    return yardstick.map(Yardstick::ratio);
  }

  /** Whether the limit is kept; without a limit there is nothing to miss. */
  boolean ok() {
    return limit.map(this::keeps).orElse(true);
  }

  private boolean keeps(Limit required) {
    double measured = required.ofRatio() ? ratio().orElseThrow() : value;
    return required.atLeast() ? measured >= required.bound() : measured <= required.bound();
  }

  JsonObject toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("bench", bench)
            .add("figure", name)
            .add("value", rounded(value))
            .add("unit", unit);
    yardstick.ifPresent(
        measured ->
            json.add(
                "yardstick",
                Json.createObjectBuilder()
                    .add("name", measured.name())
                    .add("value", rounded(measured.value()))
                    .add("unit", unit)));
    ratio().ifPresent(ratio -> json.add("ratio", rounded(ratio)));
    limit.ifPresent(
        required ->
            json.add(
                "limit",
                (required.ofRatio() ? "ratio " : "")
                    + (required.atLeast() ? ">= " : "<= ")
                    + rounded(required.bound()).toPlainString()));
    return json.add("ok", ok()).build();
  }

  /** Four digits say more than enough of a measurement. */
  private static BigDecimal rounded(double number) {
    BigDecimal digits = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
    return digits.scale() < 0 ? digits.setScale(0) : digits;
  }
}
