package energy.liveone.vendor.mondo;

import energy.liveone.vendor.CookieJar;
import energy.liveone.vendor.HttpCall;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sign-in of the portal: its addresses, forms and pages. No contract; seen in its web page. */
final class MondoPortal {
  private static final String CLIENT = "platform.frontend";
  private static final String CALLBACK = "https://platform.mondopower.com.au/signin-callback";
  private static final String SCOPE = "openid profile mondoapi offline_access";
  private static final String VERIFICATION = "__RequestVerificationToken";
  private static final int MAX_TAG = 2_000;

  /** Bounded, so that a hostile page costs no more than its length. */
  private static final Pattern INPUT =
      Pattern.compile("<input\\b([^<>]{0," + MAX_TAG + "}+)>", Pattern.CASE_INSENSITIVE);

  private static final Pattern VALUE =
      Pattern.compile("\\bvalue\\s{0,9}=\\s{0,9}[\"']([^\"'<>]{1," + MAX_TAG + "})[\"']");

  private final String identity;

  /**
   * @param identity base URL of the identity service
   */
  MondoPortal(URI identity) {
    this.identity = identity.toString();
  }

  private URI uri(String path) {
    return URI.create(identity + path);
  }

  HttpCall page() {
    return HttpCall.get(uri("/Account/Login")).with("Accept", "text/html");
  }

  /** The hidden token of the sign-in page; empty when the page is another one. */
  static Optional<String> verificationToken(String html) {
    Matcher input = INPUT.matcher(html);
    while (input.find()) {
      if (input.group(1).contains(VERIFICATION)) {
        Matcher value = VALUE.matcher(input.group(1));
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  HttpCall form(MondoAccess access, String verification, CookieJar cookies) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Email", access.email());
    fields.put("Password", access.password());
    fields.put("RememberMe", "false");
    fields.put(VERIFICATION, verification);
    HttpCall form = HttpCall.form(uri("/Account/Login"), fields).with("Accept", "text/html");
    return cookies.isEmpty() ? form : form.with("Cookie", cookies.header());
  }

  HttpCall authorize(Pkce pkce, CookieJar cookies) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", CLIENT);
    query.put("response_type", "code");
    query.put("response_mode", "query");
    query.put("redirect_uri", CALLBACK);
    query.put("scope", SCOPE);
    query.put("state", pkce.state());
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    String text =
        query.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpCall.get(uri("/connect/authorize?" + text)).with("Cookie", cookies.header());
  }

  /** The code in a redirect; empty when there is none or it answers another login's request. */
  static Optional<String> code(String location, Pkce pkce) {
    int query = location.indexOf('?');
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : location.substring(query + 1).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return Optional.ofNullable(parameters.get("code"))
        .filter(code -> !code.isEmpty() && pkce.state().equals(parameters.get("state")));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  HttpCall redeem(String code, Pkce pkce) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("client_id", CLIENT);
    fields.put("code", code);
    fields.put("redirect_uri", CALLBACK);
    fields.put("code_verifier", pkce.verifier());
    return token(fields);
  }

  HttpCall refresh(String refreshToken) {
    return token(
        Map.of(
            "grant_type", "refresh_token",
            "client_id", CLIENT,
            "refresh_token", refreshToken));
  }

  private HttpCall token(Map<String, String> fields) {
    return HttpCall.form(uri("/connect/token"), fields).with("Accept", "application/json");
  }
}
