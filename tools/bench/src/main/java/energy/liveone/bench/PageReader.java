package energy.liveone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages as a browser does that has signed in, without what they load besides. */
final class PageReader {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final URI base;
  private String cookie = "";

  private PageReader(URI base) {
    this.base = base;
  }

  /** Signs in on the page for it. */
  static PageReader signIn(URI base, String email, String password) {
    PageReader reader = new PageReader(base);
    CheckFailedException.unless(reader.enters(email, password), "Signing in did not work");
    return reader;
  }

  /** Whether signing in works right now. */
  static boolean mayEnter(URI base, String email, String password) {
    return new PageReader(base).enters(email, password);
  }

  /** The cookie of the session, as it is sent. */
  String cookie() {
    return cookie;
  }

  private boolean enters(String email, String password) {
    try {
      HttpURLConnection page = open("sign-in");
      Matcher state = VIEW_STATE.matcher(body(page));
      CheckFailedException.unless(state.find(), "The sign-in page has no form");
      keepCookie(page);
      String form =
          "form=form&submit=submit&from=&email=%s&password=%s&jakarta.faces.ViewState=%s"
              .formatted(encode(email), encode(password), encode(state.group(1)));
      HttpURLConnection answer = open("sign-in");
      answer.setDoOutput(true);
      answer.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      try (OutputStream out = answer.getOutputStream()) {
        out.write(form.getBytes(UTF_8));
      }
      boolean isIn = answer.getResponseCode() / 100 == 3;
      keepCookie(answer);
      return isIn;
    } catch (IOException e) {
      throw new CheckFailedException("The sign-in page was not answered", e);
    }
  }

  /** Reads a page to its end; how long that took in ms. */
  double read(String path) {
    try {
      long start = System.nanoTime();
      HttpURLConnection page = open(path);
      String text = body(page);
      double millis = (System.nanoTime() - start) / 1e6;
      CheckFailedException.unless(
          page.getResponseCode() == 200 && text.contains("</html>"),
          path + " was answered with " + page.getResponseCode());
      return millis;
    } catch (IOException e) {
      throw new CheckFailedException(path + " was not answered", e);
    }
  }

  private HttpURLConnection open(String path) throws IOException {
    HttpURLConnection call = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    call.setInstanceFollowRedirects(false);
    call.setReadTimeout(60_000);
    if (!cookie.isEmpty()) {
      call.setRequestProperty("Cookie", cookie);
    }
    return call;
  }

  private void keepCookie(HttpURLConnection answer) {
    String set = answer.getHeaderField("Set-Cookie");
    if (set != null) {
      cookie = set.split(";", 2)[0];
    }
  }

  private static String body(HttpURLConnection call) throws IOException {
    int status = call.getResponseCode();
    try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
      return body == null ? "" : new String(body.readAllBytes(), UTF_8);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
