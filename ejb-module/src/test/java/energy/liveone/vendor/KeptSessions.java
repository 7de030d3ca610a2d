package energy.liveone.vendor;

import java.util.List;
import java.util.Map;

/** What the session store would show to a debugger's or a log's {@code toString}. */
final class KeptSessions {
  private KeptSessions() {}

  static List<String> of(VendorSessions sessions) {
    try {
      var field = VendorSessions.class.getDeclaredField("sessions");
      field.setAccessible(true);
      return ((Map<?, ?>) field.get(sessions)).values().stream().map(String::valueOf).toList();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The store keeps its sessions elsewhere", e);
    }
  }
}
