package energy.liveone.product;

import energy.liveone.product.ApiClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sign-in page as a browser without scripts uses it. */
public final class SignInForm {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final ApiClient nobody;

  public SignInForm(ApiClient nobody) {
    this.nobody = nobody;
  }

  /** A client with the session cookie of somebody who signed in. */
  public ApiClient signedIn(String email, String password) {
    Answer page = nobody.get("sign-in");
    Answer answer = submit(page, email, password, "");
    if (answer.status() / 100 != 3) {
      throw new IllegalStateException("Signing in was answered " + answer.status());
    }
    return nobody.withHeader("Cookie", cookieOf(answer));
  }

  /** Sends the form of a page that was got before. */
  public Answer submit(Answer page, String email, String password, String from) {
    Matcher state = VIEW_STATE.matcher(page.body());
    if (!state.find()) {
      throw new IllegalStateException("This is not the sign-in page");
    }
    Map<String, String> fields =
        Map.of(
            "form",
            "form",
            "email",
            email,
            "password",
            password,
            "from",
            from,
            "submit",
            "submit",
            "jakarta.faces.ViewState",
            state.group(1));
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return nobody
        .withHeader("Cookie", cookieOf(page))
        .post("sign-in", "application/x-www-form-urlencoded", body);
  }

  /** The cookie that an answer sets. */
  public static String cookieOf(Answer answer) {
    return answer.headers().get("Set-Cookie").replaceAll(";.*", "");
  }
}
