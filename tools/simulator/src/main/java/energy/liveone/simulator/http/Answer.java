package energy.liveone.simulator.http;

import energy.liveone.simulator.vendor.Reply.Header;
import java.time.Duration;
import java.util.List;

/**
 * What goes over the wire, all faults applied.
 *
 * @param delay time to wait before, beside the vendor's own latency
 * @param cut whether and where the connection is closed
 */
record Answer(
    int status, List<Header> headers, String contentType, String body, Duration delay, Cut cut) {

  Answer {
    headers = List.copyOf(headers);
  }

  /** Where a connection is closed. */
  enum Cut {
    /** It stays open. */
    NOWHERE,
    /** Before the first byte. */
    BEFORE,
    /** With half of the body sent. */
    MID_BODY
  }

  /** The status that the caller can have seen; 0 when none. */
  int recordedStatus() {
    return cut == Cut.BEFORE ? 0 : status;
  }
}
