package energy.liveone.vendor.fronius;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.PushParse;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushReceiver;
import energy.liveone.vendor.Redaction;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Reads what Fronius devices push, in either format. */
@Dependent
public class FroniusPush implements PushReceiver {
  private static final List<String> KNOWN = FroniusPayload.knownFields();
  private static final Set<String> KNOWN_SET = Set.copyOf(KNOWN);

  private final PushWindow window;

  @Inject
  FroniusPush(Clock clock) {
    this.window = new PushWindow(clock);
  }

  @Override
  public VendorType vendorType() {
    return FroniusAdapter.TYPE;
  }

  @Override
  public List<String> knownFields() {
    return KNOWN;
  }

  @Override
  public PushParse parse(String format, String body) {
    return JsonParse.of(body)
        .fold(
            read -> parse(format, body, read.fields()),
            malformed -> new Invalid(malformed.reason(), "", null));
  }

  private PushParse parse(String format, String body, JsonFields fields) {
    return switch (format) {
      case "" -> parseCollector(body, FroniusPayload.of(fields));
      case "native" ->
          new FroniusPowerFlow(fields).parse(window, Redaction.STANDARD.forSession(body));
      default -> new Invalid("Unknown push format", "", null);
    };
  }

  private PushParse parseCollector(String body, FroniusPayload payload) {
    String key = payload.identity().apiKey();
    Redaction redaction =
        key == null ? Redaction.STANDARD : Redaction.STANDARD.alsoValues(List.of(key));
    return payload.parse(window, KNOWN_SET, redaction.forSession(body));
  }
}
