package energy.liveone.web.flow;

import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.Part;
import energy.liveone.flow.PartTotal;
import energy.liveone.flow.Sink;
import energy.liveone.flow.Source;
import energy.liveone.web.live.EnergyFlow;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a period came to, in numbers for people. {@code stats-card.js} writes those of other periods
 * into the same places.
 *
 * @param co2GramsPerKwhOrNull of imported energy; null when nobody has said
 */
public record PeriodStats(FlowSummary flow, @Nullable Double co2GramsPerKwhOrNull, Texts texts) {
  private static final List<EnergyFlow> SHOWN =
      List.of(
          EnergyFlow.SOLAR,
          EnergyFlow.LOAD,
          EnergyFlow.IMPORT,
          EnergyFlow.EXPORT,
          EnergyFlow.DISCHARGE,
          EnergyFlow.CHARGE);

  /** One energy: how much, how much at a time. */
  public record Row(
      String key, String label, String dotClass, String energy, String average, String peak) {}

  /** A figure about the whole; {@code key} is its name for scripts. */
  public record Fact(String key, String label, String value) {}

  /** The energies that this home ever had, in the order of pages. */
  public List<Row> rows() {
    return SHOWN.stream().map(this::row).toList();
  }

  private Row row(EnergyFlow shown) {
    PartTotal total = flow.part(Part.valueOf(shown.name()));
    boolean isKnown = total.coveredSeconds() > 0;
    Double peak = total.peakWattsOrNull();
    return new Row(
        shown.wireName(),
        texts.text("energy." + shown.wireName()),
        shown.dotClass(),
        written(isKnown ? (Double) (total.wattHours() / 1_000) : null, "kWh"),
        written(
            isKnown ? (Double) (total.wattHours() * 3_600 / total.coveredSeconds()) : null, "W"),
        written(isKnown ? peak : null, "W"));
  }

  /** Self-sufficiency and its like, the battery's level, CO2, and how much of it was measured. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("own", percent(flow.selfSufficiency().orElse(Double.NaN))));
    facts.add(fact("kept", percent(flow.selfConsumption().orElse(Double.NaN))));
    facts.add(fact("charge", charge()));
    Double grams = co2GramsPerKwhOrNull;
    if (grams != null) {
      FlowMatrix matrix = flow.matrix();
      double own = matrix.at(Source.SOLAR, Sink.LOAD) + matrix.at(Source.BATTERY, Sink.LOAD);
      facts.add(fact("co2Imported", kilograms(matrix.given(Source.GRID), grams)));
      facts.add(fact("co2Avoided", kilograms(own, grams)));
    }
    facts.add(fact("measured", percent(share(flow.coveredSeconds()))));
    facts.add(fact("estimated", percent(share(flow.estimatedSeconds()))));
    return facts;
  }

  private Fact fact(String key, String value) {
    return new Fact(key, texts.text("stats." + key), value);
  }

  private String charge() {
    if (flow.charge().coveredSeconds() == 0) {
      return Quantity.MISSING.text();
    }
    return Stream.of(flow.charge().min(), flow.charge().mean(), flow.charge().max())
        .map(percent -> written(percent, "%"))
        .reduce((some, more) -> some + " / " + more)
        .orElseThrow();
  }

  private String kilograms(double wattHours, double gramsPerKwh) {
    return flow.coveredSeconds() == 0
        ? Quantity.MISSING.text()
        : written(wattHours / 1_000 * gramsPerKwh / 1_000, "kg");
  }

  private double share(int seconds) {
    return flow.seconds() == 0 ? Double.NaN : (double) seconds / flow.seconds();
  }

  private String percent(double share) {
    return written(Double.isNaN(share) ? null : (Double) (share * 100), "%");
  }

  private String written(@Nullable Double value, String unit) {
    return texts.quantities().of(value, unit).text();
  }
}
