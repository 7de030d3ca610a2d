package energy.liveone.launcher.demo;

import java.util.List;
import java.util.Map;

/**
 * One system of the demo.
 *
 * @param alias how it is found again at later starts
 * @param site the vendor's name of the simulated home
 * @param pushes whether its vendor sends to us, with a key that we give out
 */
record DemoSystem(
    String alias,
    String vendorType,
    String site,
    String displayName,
    String timeZone,
    Map<String, String> credentials,
    boolean pushes) {

  static final List<DemoSystem> ALL =
      List.of(
          selectronic("home", "1586", "Home", "Australia/Melbourne"),
          selectronic("shed", "1587", "Shed", "Australia/Melbourne"),
          new DemoSystem(
              "hillside",
              "fronius",
              "hillside-01",
              "Hillside",
              "Australia/Melbourne",
              Map.of("siteId", "hillside-01"),
              true));

  private static DemoSystem selectronic(
      String alias, String site, String displayName, String timeZone) {
    Map<String, String> credentials =
        Map.of("email", "demo@liveone.example", "password", "sunny-side-up", "systemNumber", site);
    return new DemoSystem(alias, "selectronic", site, displayName, timeZone, credentials, false);
  }
}
