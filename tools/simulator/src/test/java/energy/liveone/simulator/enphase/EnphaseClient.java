package energy.liveone.simulator.enphase;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** An application that calls the simulated cloud. */
final class EnphaseClient {

  static final String REDIRECT = "http://localhost:8080/api/auth/enphase/callback";

  private final SimulatorClient simulator;

  EnphaseClient(SimulatorClient simulator) {
    this.simulator = simulator;
  }

  HttpResponse<String> authorize(Map<String, String> more) {
    return simulator.get(
        "/enphase/oauth/authorize?response_type=code&client_id=liveone-demo&state=s-1&redirect_uri="
            + encoded(REDIRECT)
            + "&"
            + form(more),
        "");
  }

  /** The code that an approval brings. */
  String code(String user) {
    HttpResponse<String> response = authorize(Map.of("decision", "approve", "user", user));
    String query = URI.create(response.headers().firstValue("location").orElseThrow()).getQuery();
    return query.replaceFirst(".*code=", "").replaceFirst("&.*", "");
  }

  HttpResponse<String> token(String client, String secret, Map<String, String> fields) {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return simulator.send(
        simulator
            .request("/enphase/oauth/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  HttpResponse<String> redeem(String code) {
    return token(
        "liveone-demo",
        "liveone-demo-secret",
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
  }

  HttpResponse<String> refresh(String refreshToken) {
    return token(
        "liveone-demo",
        "liveone-demo-secret",
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** Tokens of an approval by this user. */
  JsonObject tokens(String user) {
    return json(redeem(code(user)));
  }

  HttpResponse<String> get(String path, String accessToken) {
    return get(path, accessToken, "liveone-demo-key");
  }

  HttpResponse<String> get(String path, String accessToken, String key) {
    return simulator.send(
        simulator
            .request("/enphase/api/v4" + path)
            .header("Authorization", "Bearer " + accessToken)
            .header("key", key));
  }

  static JsonObject json(HttpResponse<String> response) {
    return JsonText.parseObject(response.body())
        .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
