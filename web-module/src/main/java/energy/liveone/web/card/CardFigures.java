package energy.liveone.web.card;

import energy.liveone.history.DaySoFar;
import energy.liveone.history.PointLatest;
import energy.liveone.point.PointKey;
import energy.liveone.web.live.EnergyFlow;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.words.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What today brought to one system, as far as it measures that; of a tariff the price's bounds. */
final class CardFigures {
  private static final List<EnergyFlow> TOLD =
      List.of(EnergyFlow.SOLAR, EnergyFlow.LOAD, EnergyFlow.IMPORT);

  private final SystemPanel panel;
  private final @Nullable DaySoFar day;
  private final QuantityFormat format;
  private final Texts texts;
  private final List<CardFigure> figures = new ArrayList<>();

  private CardFigures(SystemPanel panel, @Nullable DaySoFar day) {
    this.panel = panel;
    this.day = day;
    texts = panel.clock().texts();
    format = texts.quantities();
  }

  /** The figures of a card; those that nothing is known of yet are there, and say so. */
  static List<CardFigure> of(SystemPanel panel, CardCurve curve, @Nullable DaySoFar day) {
    CardFigures made = new CardFigures(panel, day);
    if (curve.isPrice() && curve.lineOrNull() != null) {
      made.addBound("low", curve.lineOrNull());
      made.addBound("high", curve.lineOrNull());
    }
    TOLD.forEach(made::addEnergy);
    if (made.figures.isEmpty()) {
      // Whoever cannot see the curve learns at least how far it goes.
      curve.keys().findFirst().ifPresent(power -> made.addBound("high", power));
    }
    return List.copyOf(made.figures);
  }

  /** The points of which they are made. */
  static List<PointKey> keys(SystemPanel panel) {
    return TOLD.stream()
        .filter(panel.site().energies()::containsKey)
        .map(panel.site().energies()::get)
        .toList();
  }

  private void addEnergy(EnergyFlow flow) {
    PointKey key = panel.site().energies().get(flow);
    if (key == null) {
      return;
    }
    Double amount = day == null ? null : day.totals().get(key);
    figures.add(
        new CardFigure(
            "sum",
            key.value(),
            "kWh",
            flow.wireName(),
            texts.text("energy." + flow.wireName()),
            flow.dotClass(),
            format.of(amount, "kWh")));
  }

  private void addBound(String kind, PointKey key) {
    double[] known =
        day == null
            ? new double[0]
            : Arrays.stream(CardCurve.means(key, day)).filter(one -> !Double.isNaN(one)).toArray();
    OptionalDouble bound =
        kind.equals("low") ? Arrays.stream(known).min() : Arrays.stream(known).max();
    String unit = unitOf(key);
    figures.add(
        new CardFigure(
            kind,
            key.value(),
            unit,
            kind,
            texts.text("card." + kind),
            "",
            format.of(bound.isPresent() ? (Double) bound.getAsDouble() : null, unit)));
  }

  private String unitOf(PointKey key) {
    return panel.latest().points().stream()
        .filter(point -> point.key().equals(key))
        .map(PointLatest::unit)
        .findFirst()
        .orElse("");
  }
}
