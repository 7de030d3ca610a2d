package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.Reply.Header;
import java.util.List;

/**
 * Why the service refuses a call. How it says so depends on which of its gateways answers: as text,
 * XML or JSON.
 */
record Refusal(int status, String text) {

  static final Refusal KEY = new Refusal(403, "Invalid token");
  static final Refusal SITE = new Refusal(403, "Not authorized for this site");
  static final Refusal UNKNOWN = new Refusal(404, "No such resource");
  static final Refusal RANGE = new Refusal(400, "startTime and endTime are required");
  static final Refusal UNIT = new Refusal(400, "Unknown timeUnit or meter");
  static final Refusal DAILY = new Refusal(429, "Daily request limit exceeded");
  static final Refusal CONCURRENT = new Refusal(429, "Too many concurrent requests");

  static Refusal tooLong(String limit) {
    return new Refusal(403, "The date range exceeds " + limit);
  }

  /**
   * The answer.
   *
   * @param form {@code text}, {@code xml} or {@code json}
   */
  Reply reply(String form) {
    return switch (form) {
      case "json" ->
          Reply.json(status, JsonText.object().add("String", text).add("code", status).build());
      case "xml" ->
          new Reply(
              status,
              List.<Header>of(),
              "application/xml;charset=UTF-8",
              null,
              "<?xml version=\"1.0\"?><error><code>"
                  + status
                  + "</code><message>"
                  + text
                  + "</message></error>");
      default -> Reply.text(status, text);
    };
  }
}
