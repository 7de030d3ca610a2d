package energy.liveone.vendor.mondo;

import energy.liveone.vendor.mondo.MondoPayload.Row;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * A circuit as LiveOne sees it.
 *
 * @param id the monitoring point, by which it is recognised whatever it is called
 * @param slug its name as the beginning of point keys, different from all others of the site
 * @param type what it is; load when the vendor's word for it is not known
 * @param watts in the sign of its type
 * @param kwh lifetime counter: throughput of a battery, import of a gate meter
 */
record MondoCircuit(
    String id, String name, String slug, LoadType type, OptionalDouble watts, OptionalDouble kwh) {
  private static final Set<String> SITE_LEVEL = Set.of("solar", "battery", "grid", "load");
  private static final int MAX_SLUG = 45;
  private static final double WH_PER_KWH = 1_000;

  /**
   * The circuits of these rows.
   *
   * @param invertBattery whether the battery's rows have the sign turned round
   */
  static List<MondoCircuit> of(List<Row> rows, boolean invertBattery) {
    Set<String> taken = new HashSet<>();
    List<MondoCircuit> circuits = new ArrayList<>(rows.size());
    // By id, so that of two circuits of one name each has the same slug every time.
    rows.stream()
        .sorted(Comparator.comparing(Row::id))
        .forEach(row -> circuits.add(of(row, free(slug(row.name()), taken), invertBattery)));
    return circuits;
  }

  private static MondoCircuit of(Row row, String slug, boolean invertBattery) {
    LoadType type = LoadType.known(row.loadType()).orElse(LoadType.LOAD);
    boolean inverted = invertBattery && type == LoadType.BATTERY;
    return new MondoCircuit(
        row.id(),
        row.name(),
        slug,
        type,
        map(row.watts(), watts -> signed(watts, type, inverted)),
        map(row.counterWh(), wh -> wh / WH_PER_KWH));
  }

  private static OptionalDouble map(OptionalDouble value, DoubleUnaryOperator change) {
    return value.isPresent() ? OptionalDouble.of(change.applyAsDouble(value.getAsDouble())) : value;
  }

  private static double signed(double watts, LoadType type, boolean inverted) {
    if (type.isMagnitude()) {
      return Math.abs(watts);
    }
    return inverted ? 0 - watts : watts;
  }

  private static String free(String slug, Set<String> taken) {
    String free = slug;
    for (int n = 2; !taken.add(free); n++) {
      free = slug + "_" + n;
    }
    return free;
  }

  /** A name as the beginning of a point key. */
  static String slug(String name) {
    String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String words =
        ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    String slug = words.length() <= MAX_SLUG ? words : words.substring(0, MAX_SLUG);
    if (slug.isEmpty() || Character.isDigit(slug.charAt(0))) {
      return slug.isEmpty() ? "circuit" : "circuit_" + slug;
    }
    return SITE_LEVEL.contains(slug) ? slug + "_circuit" : slug;
  }
}
