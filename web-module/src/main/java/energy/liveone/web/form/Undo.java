package energy.liveone.web.form;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Taking back what a form has just changed. A script keeps what stood in the form and sends it
 * through the same form again, so that the same checks hold; only what the reader is told differs.
 */
public final class Undo {
  private static final String PARAMETER = "undo";

  private Undo() {}

  /** Whether the form brings back what stood in it before. */
  public static boolean isAsked(HttpServletRequest request) {
    return request.getParameter(PARAMETER) != null;
  }
}
