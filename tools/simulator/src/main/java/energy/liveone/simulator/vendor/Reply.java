package energy.liveone.simulator.vendor;

import jakarta.json.JsonStructure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's answer.
 *
 * @param json the body when it is JSON, still open to faults; else {@code null}
 * @param text the body when it is not JSON
 */
public record Reply(
    int status,
    List<Header> headers,
    String contentType,
    @Nullable JsonStructure json,
    String text) {

  public Reply {
    headers = List.copyOf(headers);
  }

  /** A header; of the same name there may be several. */
  public record Header(String name, String value) {}

  public static Reply json(int status, JsonStructure body) {
    return new Reply(status, List.of(), "application/json", body, "");
  }

  public static Reply html(int status, String body) {
    return new Reply(status, List.of(), "text/html; charset=utf-8", null, body);
  }

  public static Reply text(int status, String body) {
    return new Reply(status, List.of(), "text/plain; charset=utf-8", null, body);
  }

  public static Reply redirect(String location) {
    return html(302, "").with("Location", location);
  }

  /** This answer and one more header. */
  public Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, more, contentType, json, text);
  }
}
