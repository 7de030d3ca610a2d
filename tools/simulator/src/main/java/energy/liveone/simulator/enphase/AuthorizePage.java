package energy.liveone.simulator.enphase;

import energy.liveone.simulator.vendor.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which an owner lets an application in. Its form, or a script that adds {@code
 * decision=approve} or {@code deny} to the page's address, gets the redirect back to the
 * application; {@code user} names another account than the demo's.
 */
final class AuthorizePage {

  private final EnphaseFleet fleet;
  private final Grants grants;

  AuthorizePage(EnphaseFleet fleet, Grants grants) {
    this.fleet = fleet;
    this.grants = grants;
  }

  /** The page, or what follows a decision. */
  Reply reply(Map<String, String> parameters) {
    String clientId = parameters.getOrDefault("client_id", "");
    String redirectUri = parameters.getOrDefault("redirect_uri", "");
    boolean wellFormed =
        parameters.getOrDefault("response_type", "").equals("code")
            && Application.ofClient(clientId).isPresent()
            && isWebAddress(redirectUri);
    if (!wellFormed) {
      return Reply.html(400, page("<p>This application asks wrongly.</p>"));
    }
    String user = parameters.getOrDefault("user", EnphaseFleet.DEMO);
    Optional<EnphaseAccount> account = fleet.account(user);
    return switch (parameters.getOrDefault("decision", "")) {
      case "approve" ->
          account
              .map(known -> back(parameters, "code=" + grants.code(clientId, known, redirectUri)))
              .orElseGet(() -> Reply.html(400, page("<p>There is no such user.</p>")));
      case "deny" -> back(parameters, "error=access_denied");
      default -> Reply.html(200, page(form(parameters, user)));
    };
  }

  private static boolean isWebAddress(String text) {
    try {
      String scheme = URI.create(text).getScheme();
      return "http".equals(scheme) || "https".equals(scheme);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static Reply back(Map<String, String> parameters, String outcome) {
    String target = parameters.getOrDefault("redirect_uri", "");
    String state = parameters.getOrDefault("state", "");
    return Reply.redirect(
        target
            + (target.contains("?") ? "&" : "?")
            + outcome
            + (state.isEmpty()
                ? ""
                : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)));
  }

  private static String form(Map<String, String> parameters, String user) {
    StringBuilder hidden = new StringBuilder();
    for (String name : new String[] {"response_type", "client_id", "redirect_uri", "state"}) {
      hidden.append(
          "<input type=\"hidden\" name=\"%s\" value=\"%s\"/>%n"
              .formatted(name, escaped(parameters.getOrDefault(name, ""))));
    }
    return """
        <h1>%s wants to see your systems</h1>
        <form method="post" action="/enphase/oauth/authorize">
        %s<p><label>Enlighten user <input name="user" value="%s"/></label></p>
        <button name="decision" value="approve">Allow access</button>
        <button name="decision" value="deny">Deny</button>
        </form>
        """
        .formatted(escaped(parameters.getOrDefault("client_id", "")), hidden, escaped(user));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String page(String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Enlighten</title></head>\n<body>\n"
        + body
        + "</body></html>\n";
  }
}
