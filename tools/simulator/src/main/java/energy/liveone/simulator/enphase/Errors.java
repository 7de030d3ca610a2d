package energy.liveone.simulator.enphase;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.Reply;

/** The API's refusals, whose shapes differ by where in the cloud they come from. */
final class Errors {

  private Errors() {}

  static Reply notAuthorized() {
    return plain(401, "Not Authorized", "User is not authorized");
  }

  static Reply keyMismatch() {
    return plain(401, "Not Authorized", "API Key -Client mismatch");
  }

  static Reply forbidden() {
    return plain(403, "Forbidden", "Not authorized to access requested resource");
  }

  static Reply notFound() {
    return plain(404, "Not Found", "System not found");
  }

  static Reply unprocessable(String details) {
    return plain(422, "Unprocessable Entity", details);
  }

  static Reply methodNotAllowed() {
    return gateway(405, "Method Not Allowed");
  }

  static Reply notImplemented() {
    return gateway(501, "Not Implemented");
  }

  private static Reply plain(int status, String message, String details) {
    return Reply.json(
        status,
        JsonText.object()
            .add("message", message)
            .add("details", details)
            .add("code", status)
            .build());
  }

  /** Here the message is an array. */
  private static Reply gateway(int status, String message) {
    return Reply.json(
        status,
        JsonText.object()
            .add("reason", String.valueOf(status))
            .add("message", JsonText.array().add(message))
            .build());
  }

  /** An error of the token endpoint. */
  static Reply oauth(int status, String error, String description) {
    return Reply.json(
        status,
        JsonText.object().add("error", error).add("error_description", description).build());
  }
}
