package energy.liveone.web.gate;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers of every answer. Pages replace the content policy by their own, with a nonce; what
 * may be kept by browsers says so itself.
 */
public final class AnswerHeaders {
  static final String POLICY = "Content-Security-Policy";

  /** For answers that are no pages: nothing is loaded, run, framed or posted. */
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String NO_DEVICES =
      "accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(), geolocation=(),"
          + " gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(),"
          + " usb=()";

  private static final String A_YEAR = "max-age=31536000";

  private AnswerHeaders() {}

  /**
   * Sets them.
   *
   * @param isSecure whether the request came over TLS; only then may it be demanded from now on
   */
  public static void apply(HttpServletResponse response, boolean isSecure) {
    response.setHeader(POLICY, NOTHING);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    // Not "no-referrer": with that, browsers would hide where our own forms come from.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", NO_DEVICES);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (isSecure) {
      response.setHeader("Strict-Transport-Security", A_YEAR);
    }
  }
}
