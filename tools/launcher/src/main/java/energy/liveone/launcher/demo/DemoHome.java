package energy.liveone.launcher.demo;

import energy.liveone.launcher.client.CallFailedException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The demo's composite: a house of which one vendor measures the energy and another tells prices.
 * Both read the same meter, so what the retailer says of it is left out of the sums. It is made
 * once; whoever deletes or changes it has the last word.
 */
final class DemoHome {
  static final String SLUG = "main-house";

  private static final String MEASURED = "home";
  private static final String RETAILER = "tariff";

  /** The retailer's readings of the meter that the inverter reads as well. */
  private static final List<String> TWICE =
      List.of("grid_import_interval_kwh", "grid_export_interval_kwh");

  private final LiveOneApi api;
  private final DemoNotes notes;
  private final String token;
  private final Consumer<String> progress;

  DemoHome(LiveOneApi api, DemoNotes notes, String token, Consumer<String> progress) {
    this.api = api;
    this.notes = notes;
    this.token = token;
    this.progress = progress;
  }

  /**
   * @param ids the demo's systems by their aliases, as far as they are there
   */
  void make(Map<String, Integer> ids) {
    Integer measured = ids.get(MEASURED);
    Integer retailer = ids.get(RETAILER);
    if (notes.hasHome() || measured == null || retailer == null) {
      return;
    }
    try {
      api.addComposite(token, SLUG, "Main house", List.of(measured, retailer));
      notes.rememberHome();
      api.exclude(token, SLUG, retailer, TWICE);
    } catch (CallFailedException e) {
      progress.accept("The demo lacks its composite: " + e.getMessage());
    }
  }
}
