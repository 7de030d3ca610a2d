package energy.liveone.simulator.selectronic;

import energy.liveone.simulator.selectronic.SelectronicSystem.Nameplate;
import java.util.List;

/** The portal's pages for people, as far as a program reads them. */
final class SelectronicPages {

  private SelectronicPages() {}

  /**
   * The sign-in form.
   *
   * @param message what went wrong, or an empty text
   */
  static String login(String message) {
    return page(
        "Login",
        """
        <p class="error">%s</p>
        <form method="post" action="/selectronic/login">
        <input type="email" name="email"/><input type="password" name="pwd"/>
        <button type="submit">Login</button>
        </form>
        """
            .formatted(message));
  }

  /** The list of systems; with a single one the portal shows no list. */
  static String systems(List<SelectronicSystem> systems) {
    if (systems.size() == 1) {
      return page("Dashboard", "<h1>" + systems.get(0).name() + "</h1>");
    }
    StringBuilder options = new StringBuilder();
    for (SelectronicSystem system : systems) {
      options.append(
          "<option value=\"%s\">%s</option>%n".formatted(system.number(), system.name()));
    }
    return page("Dashboard", "<select name=\"system\">\n" + options + "</select>");
  }

  /** The details of a system. The id {@code sppro_model} stands twice in the portal's page too. */
  static String details(SelectronicSystem system) {
    Nameplate plate = system.nameplate();
    return page(
        system.name(),
        """
        <table>
        <tr><td>SP PRO Model:</td><td id="sppro_model">%s</td></tr>
        <tr><td>SP PRO Serial:</td><td id="sppro_model">%s</td></tr>
        <tr><td>SP PRO Ratings:</td><td id="sppro_rating">%s</td></tr>
        <tr><td>Solar Size:</td><td id="solar_size">%s</td></tr>
        <tr><td>Battery Size:</td><td id="battery_size">%s</td></tr>
        </table>
        """
            .formatted(
                plate.model(),
                plate.serial(),
                plate.ratings(),
                plate.solarSize(),
                plate.batterySize()));
  }

  static String unavailable() {
    return page("Select.live", "<h1>The service is unavailable for a short time.</h1>");
  }

  static String notFound() {
    return page("Not found", "<h1>Not found</h1>");
  }

  private static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html><head><title>%s</title></head>\n<body>\n%s</body></html>\n"
        .formatted(title, body);
  }
}
