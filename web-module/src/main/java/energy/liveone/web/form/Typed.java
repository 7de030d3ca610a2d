package energy.liveone.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;

/** What the reader typed into the fields of a plain form, word for word but for outer blanks. */
public final class Typed {
  private Typed() {}

  /** What stands in the field, or what stood there before when the request has no such field. */
  public static String of(HttpServletRequest request, String field, String before) {
    String typed = request.getParameter(field);
    return typed == null ? before : typed.strip();
  }

  /**
   * The IANA zone of a place, such as Australia/Melbourne. Offsets and abbreviations have no rules
   * for summer time and are none.
   */
  public static Optional<ZoneId> zone(String name) {
    return name.contains("/") && ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }
}
