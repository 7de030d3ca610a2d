package energy.liveone.vendor.amber;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.vendor.amber.AmberChannel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amber's field → point. Prices in c/kWh with GST, amounts in c, energy in kWh, shares in %. What
 * exporting costs is turned into what it earns: a feed-in price or credit above zero is money for
 * the owner. Keys say which channel; the first of a kind has the plain one.
 */
enum AmberPoints {
  IMPORT_PRICE(Kind.GENERAL, "grid_import_price", "import", "Import price", "perKwh", Sign.AS_TOLD),
  EXPORT_PRICE(
      Kind.FEED_IN,
      "grid_export_price",
      "export",
      "Feed-in price (above 0: you are paid)",
      "perKwh",
      Sign.NEGATED),
  CONTROLLED_PRICE(
      Kind.CONTROLLED_LOAD,
      "grid_controlled_price",
      "controlled",
      "Controlled-load price",
      "perKwh",
      Sign.AS_TOLD),
  SPOT_PRICE(null, "grid_spot_price", "spot", "Wholesale price", "spotPerKwh", Sign.AS_TOLD),
  RENEWABLES(null, "grid_renewables", "renewables", "Grid renewables", "renewables", Sign.AS_TOLD),
  IMPORT_ENERGY(
      Kind.GENERAL, "grid_import_interval_kwh", "import", "Metered import", "kwh", Sign.AS_TOLD),
  // Defined as negative, but seen positive.
  EXPORT_ENERGY(
      Kind.FEED_IN, "grid_export_interval_kwh", "export", "Metered export", "kwh", Sign.ABSOLUTE),
  CONTROLLED_ENERGY(
      Kind.CONTROLLED_LOAD,
      "grid_controlled_interval_kwh",
      "controlled",
      "Controlled load",
      "kwh",
      Sign.AS_TOLD),
  IMPORT_COST(Kind.GENERAL, "grid_import_cost", "import", "Import cost", "cost", Sign.AS_TOLD),
  EXPORT_CREDIT(
      Kind.FEED_IN,
      "grid_export_credit",
      "export",
      "Export credit (above 0: you are paid)",
      "cost",
      Sign.NEGATED),
  SPIKE(
      null,
      "price_spike",
      "status",
      "Price spike (0 none, 1 potential, 2 spike)",
      "spikeStatus",
      Sign.AS_TOLD),
  TARIFF_PERIOD(
      null,
      "tariff_period",
      "tariff",
      "Tariff period (0 off-peak, 1 shoulder, 2 solar sponge, 3 peak)",
      "tariffInformation.period",
      Sign.AS_TOLD);

  private static final Map<String, Double> SPIKES =
      Map.of("none", 0.0, "potential", 1.0, "spike", 2.0);
  private static final Map<String, Double> PERIODS =
      Map.of("offPeak", 0.0, "shoulder", 1.0, "solarSponge", 2.0, "peak", 3.0);

  /** Market prices reach 2,000 c/kWh; what is far beyond may still be true some day. */
  private static final PlausibleRange PRICE = new PlausibleRange(-1_000_000, 1_000_000);

  private static final PlausibleRange AMOUNT = new PlausibleRange(-100_000_000, 100_000_000);

  /** More than 100 % happens: the region exports. */
  private static final PlausibleRange SHARE = new PlausibleRange(0, 10_000);

  private final @Nullable Kind kind;
  private final String key;
  private final String role;
  private final String label;
  private final String field;
  private final Sign sign;

  AmberPoints(@Nullable Kind kind, String key, String role, String label, String field, Sign sign) {
    this.kind = kind;
    this.key = key;
    this.role = role;
    this.label = label;
    this.field = field;
    this.sign = sign;
  }

  /** How the vendor's sign becomes ours. */
  private enum Sign {
    AS_TOLD(""),
    NEGATED("{\"op\":\"negate\"}"),
    ABSOLUTE("{\"op\":\"abs\"}");

    private final String transform;

    Sign(String transform) {
      this.transform = transform;
    }

    double of(double told) {
      return switch (this) {
        case AS_TOLD -> told;
        // Subtracting from zero, as a negated zero would be stored as -0.
        case NEGATED -> 0 - told;
        case ABSOLUTE -> Math.abs(told);
      };
    }
  }

  /**
   * The points of a site.
   *
   * @param minutes length of its billing intervals
   */
  static List<PointDefinition> definitions(AmberChannels channels, int minutes) {
    List<PointDefinition> definitions = new ArrayList<>();
    for (AmberPoints point : values()) {
      channels.all().stream()
          .filter(channel -> point.belongsTo(channel, channels))
          .forEach(channel -> definitions.add(point.definition(channel, minutes)));
    }
    return definitions;
  }

  /** What records of prices, or else of usage, tell of a channel. */
  static Stream<AmberPoints> of(AmberChannel channel, AmberChannels channels, boolean usage) {
    return Stream.of(values())
        .filter(point -> point.isUsage() == usage && point.belongsTo(channel, channels));
  }

  private boolean belongsTo(AmberChannel channel, AmberChannels channels) {
    return kind == null ? channel.equals(channels.leading()) : kind == channel.kind();
  }

  private boolean isUsage() {
    return field.equals("kwh") || field.equals("cost");
  }

  /** Whether a point of this key tells of metered usage, whatever its channel. */
  static boolean isUsage(PointKey point) {
    return Stream.of(values()).anyMatch(one -> one.isUsage() && point.value().startsWith(one.key));
  }

  /** Whether the vendor tells a point of this key of some intervals only. */
  static boolean isOptional(PointKey point) {
    return point.value().equals(TARIFF_PERIOD.key);
  }

  /** Whether bounds of the price are bounds of this. */
  boolean isPrice() {
    return field.equals("perKwh");
  }

  /** Whether the vendor's sign is turned round. */
  boolean isNegated() {
    return sign == Sign.NEGATED;
  }

  /** The key of this point of a channel. */
  PointKey key(AmberChannel channel) {
    return new PointKey(kind == null ? key : key + channel.suffix());
  }

  /** The value in a record; empty when there is none that can be understood. */
  OptionalDouble value(AmberRecord interval) {
    return switch (this) {
      case SPIKE -> code(SPIKES, interval.fields().text(field).orElse(""));
      case TARIFF_PERIOD ->
          code(
              PERIODS,
              interval
                  .fields()
                  .object("tariffInformation")
                  .flatMap(tariff -> tariff.text("period"))
                  .orElse(""));
      default -> signed(interval.fields().number(field));
    };
  }

  /** A number in the vendor's sign in ours. */
  OptionalDouble signed(OptionalDouble told) {
    return told.isPresent() ? OptionalDouble.of(sign.of(told.getAsDouble())) : told;
  }

  private static OptionalDouble code(Map<String, Double> codes, String word) {
    Double code = codes.get(word);
    return code == null ? OptionalDouble.empty() : OptionalDouble.of(code);
  }

  private PointDefinition definition(AmberChannel channel, int minutes) {
    boolean plain = kind == null || channel.suffix().isEmpty();
    return new PointDefinition(
            key(channel),
            metricType(),
            isUsage() ? NumberClass.INTERVAL : NumberClass.GAUGE,
            "grid",
            role,
            plain ? label : label + ", " + channel.identifier(),
            unit(),
            kind == null ? field : channel.vendorField(field),
            transform(minutes),
            range(),
            true)
        .fromIntervals();
  }

  private @Nullable String transform(int minutes) {
    if (!isUsage()) {
      return sign.transform.isEmpty() ? null : sign.transform;
    }
    String interval = "{\"op\":\"interval\",\"minutes\":" + minutes + "}";
    return sign.transform.isEmpty() ? interval : "[" + sign.transform + "," + interval + "]";
  }

  private MetricType metricType() {
    return switch (field) {
      case "kwh" -> MetricType.ENERGY;
      case "cost" -> MetricType.VALUE;
      case "renewables" -> MetricType.PROPORTION;
      case "perKwh", "spotPerKwh" -> MetricType.RATE;
      default -> MetricType.CODE;
    };
  }

  private String unit() {
    return switch (metricType()) {
      case ENERGY -> "kWh";
      case VALUE -> "c";
      case PROPORTION -> "%";
      case RATE -> "c/kWh";
      default -> "";
    };
  }

  private PlausibleRange range() {
    return switch (metricType()) {
      case ENERGY -> PlausibleRange.INTERVAL_ENERGY;
      case VALUE -> AMOUNT;
      case PROPORTION -> SHARE;
      case RATE -> PRICE;
      default -> new PlausibleRange(0, PERIODS.size() - 1);
    };
  }
}
