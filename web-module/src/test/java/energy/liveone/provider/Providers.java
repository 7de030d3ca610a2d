package energy.liveone.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.liveone.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/**
 * An OpenID Connect server; a crooked one in front of it, which changes tokens on their way; and
 * the public address of the product, which leads to wherever it runs.
 */
final class Providers implements AutoCloseable {
  static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ISSUER_ID = "people";

  private final MockOAuth2Server server = new MockOAuth2Server();
  private final HttpServer front;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String issuer;
  private volatile String home = "";
  private volatile boolean isHonest;

  Providers() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    issuer = "http://127.0.0.1:" + server.baseUrl().port() + "/" + ISSUER_ID;
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.createContext("/", this::leadHome);
    front.createContext("/crooked/.well-known/openid-configuration", this::describeCrooked);
    front.createContext("/crooked/token", this::changeToken);
    front.start();
  }

  private String front() {
    return "http://127.0.0.1:" + front.getAddress().getPort();
  }

  /** How the product is told of them; nobody listens at the last one. */
  Map<String, String> configuration() {
    Map<String, String> all = new HashMap<>();
    all.put("LIVEONE_PUBLIC_URL", front());
    all.put("LIVEONE_OIDC_PROVIDERS", "clerk, crooked, gone");
    all.put("LIVEONE_OIDC_CLERK_ISSUER", issuer);
    all.put("LIVEONE_OIDC_CLERK_CLIENT_ID", "liveone");
    all.put("LIVEONE_OIDC_CLERK_CLIENT_SECRET", "a secret: of % the client");
    all.put("LIVEONE_OIDC_CLERK_LABEL", "Example ID");
    all.put("LIVEONE_OIDC_CLERK_NEW_ACCOUNTS", "true");
    all.put(
        "LIVEONE_OIDC_CROOKED_DISCOVERY_URL",
        front() + "/crooked/.well-known/openid-configuration");
    all.put("LIVEONE_OIDC_CROOKED_ISSUER", issuer);
    all.put("LIVEONE_OIDC_CROOKED_CLIENT_ID", "liveone");
    all.put("LIVEONE_OIDC_CROOKED_NEW_ACCOUNTS", "true");
    all.put("LIVEONE_OIDC_GONE_ISSUER", "http://127.0.0.1:1");
    all.put("LIVEONE_OIDC_GONE_CLIENT_ID", "liveone");
    all.put("LIVEONE_OIDC_GONE_LABEL", "Gone ID");
    all.put("LIVEONE_CLERK_WEBHOOK_SECRET", WEBHOOK_SECRET);
    return all;
  }

  /** Where the public address leads from now on. */
  void lead(Product product) {
    home = product.baseUri().toString().replaceAll("/$", "");
  }

  /** Who signs in next. */
  void next(String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(ISSUER_ID, subject, "JWT", List.of("liveone"), claims, 300));
  }

  /** The crooked one passes tokens on as they are from now on. */
  void beHonest() {
    isHonest = true;
  }

  private void leadHome(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", home + exchange.getRequestURI());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void describeCrooked(HttpExchange exchange) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).build();
    String described = send(request).body();
    answer(
        exchange,
        200,
        described.replaceAll(
            "\"token_endpoint\"\\s*:\\s*\"[^\"]*\"",
            "\"token_endpoint\":\"" + front() + "/crooked/token\""));
  }

  /** Passes the request on and changes one character in the middle of the ID token's payload. */
  private void changeToken(HttpExchange exchange) throws IOException {
    byte[] form = exchange.getRequestBody().readAllBytes();
    HttpResponse<String> real =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(form))
                .build());
    StringBuilder body = new StringBuilder(real.body());
    if (isHonest) {
      answer(exchange, real.statusCode(), real.body());
      return;
    }
    int token = body.indexOf("\"id_token\"");
    int at = body.indexOf(".", token) + 40;
    body.setCharAt(at, body.charAt(at) == 'A' ? 'B' : 'A');
    answer(exchange, real.statusCode(), body.toString());
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    front.stop(0);
    server.shutdown();
  }
}
