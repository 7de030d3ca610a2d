package energy.liveone.vendor.amber;

import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A site as Amber lists it.
 *
 * @param status {@code pending}, {@code active} or {@code closed}; a customer who moves house gets
 *     a new site, and the old one stays in the list
 * @param channels those that can be understood
 * @param minutes length of its billing intervals
 */
record AmberSite(
    String id,
    String nmi,
    String network,
    String status,
    String activeFrom,
    List<AmberChannel> channels,
    int minutes) {
  /** Option of the system: length of the billing intervals in minutes. */
  static final String INTERVAL_OPTION = "intervalLength";

  static final int USUAL_MINUTES = 30;

  private static final int MAX_TEXT = 80;

  /** Reads a site; empty without a usable id. */
  static Optional<AmberSite> of(JsonFields fields) {
    String channels =
        fields.objects("channels").stream()
            .map(c -> c.text("identifier").orElse("") + ":" + c.text("type").orElse(""))
            .collect(Collectors.joining(","));
    return fields
        .text("id")
        .filter(AmberAccess::isSite)
        .map(
            id ->
                new AmberSite(
                    id,
                    text(fields, "nmi"),
                    text(fields, "network"),
                    text(fields, "status"),
                    text(fields, "activeFrom"),
                    AmberChannels.parse(channels),
                    minutes(fields.number(INTERVAL_OPTION))));
  }

  private static String text(JsonFields fields, String name) {
    String text = fields.text(name).orElse("");
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  private static int minutes(OptionalDouble told) {
    boolean usable = told.isPresent() && told.getAsDouble() >= 1 && told.getAsDouble() <= 60;
    return usable ? (int) told.getAsDouble() : USUAL_MINUTES;
  }

  /** The interval length noted for a system. */
  static int minutes(Map<String, String> options) {
    String noted = options.getOrDefault(INTERVAL_OPTION, "");
    return noted.matches("[1-9][0-9]?") ? Integer.parseInt(noted) : USUAL_MINUTES;
  }

  boolean isActive() {
    return status.equals("active");
  }

  DiscoveredSite discovered() {
    return new DiscoveredSite(id, "NMI " + nmi + (network.isEmpty() ? "" : ", " + network));
  }

  /** What is worth showing. */
  Map<String, String> info() {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("model", network.isEmpty() ? "Amber Electric" : "Amber Electric, " + network);
    info.put("serial", "NMI " + nmi);
    info.put("ratings", minutes + "-minute intervals, " + AmberChannels.option(channels));
    if (!activeFrom.isEmpty()) {
      info.put("activeFrom", activeFrom);
    }
    return info;
  }

  /** What decides points and completeness. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(INTERVAL_OPTION, Integer.toString(minutes));
    if (!channels.isEmpty()) {
      options.put(AmberChannels.OPTION, AmberChannels.option(channels));
    }
    return options;
  }
}
