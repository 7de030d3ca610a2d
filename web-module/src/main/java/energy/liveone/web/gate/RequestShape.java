package energy.liveone.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * What a request must look like before anything reads it. The server limits headers by itself (8
 * KiB in all, 100 of them); bodies of the API are limited by its resources.
 */
final class RequestShape {
  private static final int MAX_QUERY = 6_000;
  private static final int MAX_PARAMETERS = 100;
  private static final int MAX_FORM = 256 * 1024;
  private static final Set<String> METHODS_OF_PAGES = Set.of("GET", "HEAD", "POST");

  private RequestShape() {}

  /** What is wrong with it; empty when nothing is. */
  static Optional<Refusal> refusalOf(HttpServletRequest request) {
    if (request.getHeader("Transfer-Encoding") != null
        && request.getHeader("Content-Length") != null) {
      // Two servers could disagree on where it ends.
      return Optional.of(Refusal.badRequest("Give either Content-Length or Transfer-Encoding"));
    }
    String query = request.getQueryString();
    if (query != null && query.length() > MAX_QUERY) {
      return Optional.of(new Refusal(414, "URI_TOO_LONG", "The query is longer than " + MAX_QUERY));
    }
    if (query != null && query.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
      return Optional.of(Refusal.badRequest("More than " + MAX_PARAMETERS + " parameters"));
    }
    return Places.isApi(request) ? Optional.empty() : refusalOfPage(request);
  }

  private static Optional<Refusal> refusalOfPage(HttpServletRequest request) {
    if (!METHODS_OF_PAGES.contains(request.getMethod())) {
      return Optional.of(
          new Refusal(405, "METHOD_NOT_ALLOWED", "This path does not take this method"));
    }
    String type = request.getContentType();
    if (type != null && type.startsWith("multipart/")) {
      return Optional.of(new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "No files are taken here"));
    }
    if (request.getContentLengthLong() > MAX_FORM || isEndless(request)) {
      return Optional.of(
          new Refusal(413, "PAYLOAD_TOO_LARGE", "A form has at most " + MAX_FORM + " bytes"));
    }
    return Optional.empty();
  }

  /** Browsers always say how long a form is. */
  private static boolean isEndless(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null;
  }
}
