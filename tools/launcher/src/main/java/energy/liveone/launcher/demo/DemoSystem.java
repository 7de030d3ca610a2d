package energy.liveone.launcher.demo;

import java.util.List;
import java.util.Map;

/**
 * One system of the demo.
 *
 * @param alias how it is found again at later starts
 * @param site the vendor's name of the simulated home
 * @param options the vendor's switches
 * @param access how we reach the vendor
 * @param past where the days before the demo come from
 */
record DemoSystem(
    String alias,
    String vendorType,
    String site,
    String displayName,
    String timeZone,
    Map<String, String> credentials,
    Map<String, String> options,
    Access access,
    Past past) {

  /** How we and the vendor meet. */
  enum Access {
    /** We call it with credentials. */
    POLLED,
    /** We call it with a grant that its owner gave in a browser. */
    GRANTED,
    /** It sends to us, with a key that we give out. */
    PUSHES
  }

  /** Where the days before the demo come from. */
  enum Past {
    /** The vendor keeps none: the simulator tells it and we import it. */
    IMPORTED,
    /** The server fetches it from the vendor by itself. */
    FETCHED
  }

  private static final String MELBOURNE = "Australia/Melbourne";
  private static final String EMAIL = "demo@liveone.example";
  private static final String PASSWORD = "sunny-side-up";

  static final List<DemoSystem> ALL =
      List.of(
          selectronic("home", "1586", "Home"),
          selectronic("shed", "1587", "Shed"),
          new DemoSystem(
              "hillside",
              "fronius",
              "hillside-01",
              "Hillside",
              MELBOURNE,
              Map.of("siteId", "hillside-01"),
              Map.of(),
              Access.PUSHES,
              Past.IMPORTED),
          new DemoSystem(
              "roof",
              "enphase",
              "4218874",
              "Roof",
              MELBOURNE,
              Map.of(),
              Map.of(),
              Access.GRANTED,
              Past.FETCHED),
          polled(
              "barn",
              "solaredge",
              "1482210",
              "Barn",
              Map.of("apiKey", "DEMO0SOLAREDGE0KEY", "siteId", "1482210"),
              Past.FETCHED),
          polled(
              "tariff",
              "amber",
              "",
              "Electricity prices",
              Map.of("apiKey", "psk_demo_30min"),
              Past.FETCHED),
          polled(
              "cottage",
              "mondo",
              "7c0ffee0-0000-4000-8000-000000000001",
              "Cottage",
              Map.of(
                  "email",
                  EMAIL,
                  "password",
                  PASSWORD,
                  "groupId",
                  "7c0ffee0-0000-4000-8000-000000000001"),
              Past.IMPORTED));

  private static DemoSystem selectronic(String alias, String site, String displayName) {
    return polled(
        alias,
        "selectronic",
        site,
        displayName,
        Map.of("email", EMAIL, "password", PASSWORD, "systemNumber", site),
        Past.IMPORTED);
  }

  private static DemoSystem polled(
      String alias,
      String vendorType,
      String site,
      String displayName,
      Map<String, String> credentials,
      Past past) {
    return new DemoSystem(
        alias,
        vendorType,
        site,
        displayName,
        MELBOURNE,
        credentials,
        Map.of(),
        Access.POLLED,
        past);
  }

  boolean isImported() {
    return past == Past.IMPORTED;
  }
}
