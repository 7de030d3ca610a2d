package energy.liveone.simulator.mondo;

import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SitePower;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.mondo.MondoCircuit.Flow;
import energy.liveone.simulator.vendor.SimulatedSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A monitoring point group: one home with its circuits. Safe for use by many threads. */
final class MondoGroup implements SimulatedSite {

  /** The device records a line for the widget this often, on whole multiples. */
  static final int RECORD_SECONDS = 300;

  /** A recorded line needs this long to show in the portal. */
  private static final int UPLOAD_SECONDS = 200;

  private static final int SECONDS_PER_MINUTE = 60;

  private final String id;
  private final String name;
  private final SiteModel model;
  private final Duration latency;
  private final CopyOnWriteArrayList<MondoCircuit> circuits = new CopyOnWriteArrayList<>();

  MondoGroup(String id, String name, SiteModel model, double localShare, Duration latency) {
    this.id = id;
    this.name = name;
    this.model = model;
    this.latency = latency;
    add("Solar Inverter 1", "PvInverter", Flow.SOLAR, 1 - localShare);
    add("Carport Panels", "HybridPv", Flow.SOLAR, localShare);
    // The real site that this stands for has these two names, and this spelling.
    add("Battery Storage", "HybridBattery", Flow.BATTERY, 1);
    add("Battery", "Hybridinverter", Flow.HYBRID, localShare);
    add("Mains", "GateMeter", Flow.GRID, 1);
    add("Hot Water", "Other", Flow.LOAD, 0.3);
    add("Air Conditioner", "Other", Flow.LOAD, 0.22);
    add("Kitchen", "Other", Flow.LOAD, 0.15);
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** How long the portal takes to answer for it. */
  Duration latency() {
    return latency;
  }

  @Override
  public SiteModel model() {
    return model;
  }

  /** All circuits, those that have vanished from the portal included. */
  List<MondoCircuit> circuits() {
    return List.copyOf(circuits);
  }

  /** The circuits that the portal has rows for. */
  List<MondoCircuit> reporting() {
    return circuits.stream().filter(MondoCircuit::reporting).toList();
  }

  /** A new circuit at the end of the list. */
  MondoCircuit add(String circuitName, String loadType, Flow flow, double share) {
    String key = id + "/" + circuits.size();
    String circuitId = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    MondoCircuit circuit = new MondoCircuit(circuitId, circuitName, loadType, flow, share, true);
    circuits.add(circuit);
    return circuit;
  }

  /** Changes the circuit of this id or name; empty when there is none. */
  Optional<MondoCircuit> change(String idOrName, UnaryOperator<MondoCircuit> change) {
    synchronized (circuits) {
      for (int place = 0; place < circuits.size(); place++) {
        MondoCircuit circuit = circuits.get(place);
        if (circuit.id().equals(idOrName) || circuit.name().equals(idOrName)) {
          MondoCircuit changed = change.apply(circuit);
          circuits.set(place, changed);
          return Optional.of(changed);
        }
      }
      return Optional.empty();
    }
  }

  /** The newest moment whose values the rows show at {@code now}. */
  static Instant newestRow(Instant now) {
    return floor(now.getEpochSecond(), SECONDS_PER_MINUTE);
  }

  /** The newest moment whose values the widget shows at {@code now}. */
  static Instant newestRecord(Instant now) {
    return floor(now.getEpochSecond() - UPLOAD_SECONDS, RECORD_SECONDS);
  }

  private static Instant floor(long epochSecond, int step) {
    return Instant.ofEpochSecond(Math.floorDiv(epochSecond, step) * step);
  }

  /** W as a row shows them. */
  static double shownWatts(double watts) {
    return Math.rint(watts * 10) / 10 + 0.0;
  }

  /** Charge in percent as the widget shows it. */
  static double shownSoc(double percent) {
    return Math.rint(percent);
  }

  /**
   * Circuits and the site's own values, in the names that LiveOne gives them. The charge is known
   * only for the moments that the widget shows.
   */
  @Override
  public List<PointValue> readings(SiteState state, SiteState earlier, Duration step) {
    List<PointValue> points = new ArrayList<>();
    SitePower power = state.power();
    double solar = 0;
    for (MondoCircuit circuit : reporting()) {
      double watts = shownWatts(circuit.watts(power));
      solar += circuit.flow() == Flow.SOLAR ? watts : 0;
      points.add(new PointValue(slug(circuit) + "_w", watts));
      double wh = Math.rint(circuit.counterWh(state.lifetime()));
      points.add(new PointValue(slug(circuit) + "_kwh", wh / 1_000));
    }
    double battery = shownWatts(power.batteryW());
    double grid = shownWatts(power.gridW());
    points.add(new PointValue("solar_w", solar));
    points.add(new PointValue("battery_w", battery));
    points.add(new PointValue("grid_w", grid));
    points.add(new PointValue("load_w", Math.max(0, solar + battery + grid)));
    if (state.at().getEpochSecond() % RECORD_SECONDS == 0) {
      points.add(new PointValue("battery_soc", shownSoc(state.socPercent())));
    }
    return points;
  }

  private static String slug(MondoCircuit circuit) {
    String slug = circuit.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    boolean siteLevel = List.of("solar", "battery", "grid", "load").contains(slug);
    return siteLevel ? slug + "_circuit" : slug;
  }
}
