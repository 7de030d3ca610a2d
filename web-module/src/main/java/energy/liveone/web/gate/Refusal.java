package energy.liveone.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request that gets no further. Made without pages, scripts or database.
 *
 * @param code stable, for programs
 * @param text for people, in letters that need no escaping
 */
public record Refusal(int status, String code, String text) {
  static Refusal badRequest(String text) {
    return new Refusal(400, "BAD_REQUEST", text);
  }

  /** Answers programs in JSON and browsers in a sentence. */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean isApi = Places.isApi(request);
    String body =
        isApi
            ? "{\"error\":\"%s\",\"code\":\"%s\",\"details\":{}}".formatted(text, code)
            : """
              <!DOCTYPE html>
              <html lang="en"><head><title>LiveOne</title></head>
              <body><h1>%d</h1><p>%s.</p><p><a href="/">LiveOne</a></p></body></html>
              """
                .formatted(status, text);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(isApi ? "application/json" : "text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }
}
