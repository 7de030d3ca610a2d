package energy.liveone.simulator.mondo;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs in to the simulated portal step by step, as its web page does. */
final class MondoPortalClient {
  static final String VERIFIER = "v".repeat(43);
  private static final String CALLBACK = "https://platform.mondopower.com.au/signin-callback";

  private final SimulatorClient simulator;

  MondoPortalClient(SimulatorClient simulator) {
    this.simulator = simulator;
  }

  HttpResponse<String> page() {
    return simulator.send(simulator.request("/mondo/Account/Login"));
  }

  HttpResponse<String> submit(HttpResponse<String> page, String email, String password) {
    String token =
        page.body().replaceAll("(?s).*VerificationToken\"[^>]*value=\"([^\"]+)\".*", "$1");
    return post(
        "/mondo/Account/Login",
        Map.of(
            "Email", email,
            "Password", password,
            "RememberMe", "false",
            "__RequestVerificationToken", token),
        cookies(page));
  }

  static String cookies(HttpResponse<String> response) {
    return response.headers().allValues("set-cookie").stream()
        .map(cookie -> cookie.split(";")[0])
        .collect(Collectors.joining("; "));
  }

  HttpResponse<String> authorize(String cookies, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", "platform.frontend");
    query.put("response_type", "code");
    query.put("response_mode", "query");
    query.put("redirect_uri", CALLBACK);
    query.put("scope", "openid profile mondoapi offline_access");
    query.put("state", "st");
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    return simulator.get("/mondo/connect/authorize?" + form(query), cookies);
  }

  /** A code after the right password. */
  String code() {
    HttpResponse<String> signedIn = submit(page(), "demo@liveone.example", "sunny-side-up");
    HttpResponse<String> redirect = authorize(cookies(signedIn), challenge(VERIFIER));
    String location = redirect.headers().firstValue("location").orElse("");
    return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
  }

  HttpResponse<String> redeem(String code, String verifier) {
    return post(
        "/mondo/connect/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "platform.frontend",
            "code", code,
            "redirect_uri", CALLBACK,
            "code_verifier", verifier),
        "");
  }

  HttpResponse<String> refresh(String refreshToken) {
    return post(
        "/mondo/connect/token",
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "platform.frontend",
            "refresh_token", refreshToken),
        "");
  }

  JsonObject tokens() {
    return JsonText.parseObject(redeem(code(), VERIFIER).body()).orElseThrow();
  }

  HttpResponse<String> get(String path, String bearer) {
    return simulator.send(
        simulator.request("/mondo" + path).header("Authorization", "Bearer " + bearer));
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String cookies) {
    var request =
        simulator
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields)));
    return simulator.send(cookies.isEmpty() ? request : request.header("Cookie", cookies));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
