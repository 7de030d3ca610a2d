package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.selectronic.SelectronicReply.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** Has the adapter read a body as if the vendor's HTTP had just brought it. */
@Dependent
public class AnsweredCall {
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

  private final SelectronicAdapter adapter;

  @Inject
  AnsweredCall(SelectronicAdapter adapter) {
    this.adapter = adapter;
  }

  /** What a session of this account masks. */
  public static Redaction mask(int number) {
    return Redaction.STANDARD
        .alsoValues(List.of("pw-" + number, "fleet" + number + "@sim.example"))
        .alsoValues(List.of("session-" + number + "-0123456789abcdef"));
  }

  public FetchResult read(VendorSystem system, String body, Redaction mask) {
    if (SelectronicPages.isLoginForm(body)) {
      throw new IllegalStateException("The payload looks like the login form");
    }
    return adapter.read(system, new Page(new Answer(200, NO_HEADERS, body), mask));
  }
}
