package energy.liveone.web.live;

import energy.liveone.web.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where power comes from and goes to at one moment. {@code flow.js} has the same rules.
 *
 * @param powers in W by role; a role without a value is absent
 * @param socOrNull state of charge in %
 */
public record FlowNow(Map<Role, Double> powers, @Nullable Double socOrNull) {
  /** Below this many watts nothing worth a word flows. */
  private static final double IDLE_W = 30;

  private static final double BAR_WIDTH = 1000;
  private static final double BAR_GAP = 4;

  /** One part of a bar that shows shares. */
  public record Share(String style, double x, double width) {}

  public FlowNow {
    powers = Map.copyOf(powers);
  }

  /** Power of a role, if known. */
  public Optional<Double> power(Role role) {
    return Optional.ofNullable(powers.get(role));
  }

  /** What flows in: solar, discharge, import; in W and not negative. */
  public List<Double> sources() {
    return List.of(out(Role.SOLAR), out(Role.BATTERY), out(Role.GRID));
  }

  /** What flows out: load, charge, export; in W and not negative. */
  public List<Double> sinks() {
    return List.of(out(Role.LOAD), in(Role.BATTERY), in(Role.GRID));
  }

  private double out(Role role) {
    return Math.max(power(role).orElse(0.0), 0);
  }

  private double in(Role role) {
    return Math.max(-power(role).orElse(0.0), 0);
  }

  /** One sentence for the whole site. */
  public String sentence(Texts texts) {
    if (powers.isEmpty()) {
      return texts.shared("now.unknown");
    }
    String sources = letter(Role.SOLAR, "s") + letter(Role.BATTERY, "b") + letter(Role.GRID, "g");
    String first = texts.shared("now.runs." + (sources.isEmpty() ? "none" : sources));
    boolean charging = in(Role.BATTERY) > IDLE_W;
    boolean selling = in(Role.GRID) > IDLE_W;
    if (!charging && !selling) {
      return first;
    }
    String sink = charging && selling ? "both" : charging ? "charge" : "export";
    return first + " " + texts.shared("now.spare." + sink);
  }

  private String letter(Role role, String letter) {
    return out(role) > IDLE_W ? letter : "";
  }

  /** What one role does, in few words. */
  public String doing(Role role, Texts texts) {
    Optional<Double> value = power(role);
    if (value.isEmpty()) {
      return texts.shared("role.missing");
    }
    String way = out(role) > IDLE_W ? "out" : in(role) > IDLE_W ? "in" : "idle";
    if (role == Role.BATTERY && socOrNull != null) {
      String soc = texts.quantities().of(socOrNull, "%").text();
      return texts.shared("role.battery." + way + ".soc", soc);
    }
    boolean oneWay = role == Role.SOLAR || role == Role.LOAD;
    return texts.shared(
        "role." + role.wireName() + "." + (oneWay && way.equals("in") ? "idle" : way));
  }

  /** The sources' shares of a bar. */
  public List<Share> sourceShares() {
    return shares(sources(), List.of("of-solar", "of-battery", "of-grid"));
  }

  /** The sinks' shares of a bar. */
  public List<Share> sinkShares() {
    return shares(sinks(), List.of("of-load", "of-battery-charge", "of-export"));
  }

  private static List<Share> shares(List<Double> amounts, List<String> styles) {
    double total = amounts.stream().mapToDouble(Double::doubleValue).sum();
    Share[] shares = new Share[amounts.size()];
    double x = 0;
    for (int i = 0; i < shares.length; i++) {
      double width = total > 0 ? Math.floor(amounts.get(i) / total * BAR_WIDTH * 10) / 10 : 0;
      shares[i] = new Share(styles.get(i), x, Math.max(0, width - BAR_GAP));
      x += width;
    }
    return List.of(shares);
  }
}
