package energy.liveone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.product.SignInForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that lead out of the application, and addresses and headers that lead people elsewhere. */
@SharedProduct
class HostileAddressIT {
  private final Product product;

  HostileAddressIT(Product product) {
    this.product = product;
  }

  private String get(String target, String... headers) {
    String[] lines = new String[headers.length + 2];
    lines[0] = "GET " + target + " HTTP/1.1";
    lines[1] = "X-Forwarded-For: 198.19.0." + Math.floorMod(target.hashCode(), 250);
    System.arraycopy(headers, 0, lines, 2, headers.length);
    return RawHttp.send(product.baseUri(), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/web-inf/web.xml",
        "/WEB-INF/lib/",
        "/META-INF/openapi.yaml",
        "/META-INF/maven/energy.liveone/liveone-web/pom.properties",
        "/assets/../WEB-INF/web.xml",
        "/assets/..;/WEB-INF/web.xml",
        "/assets/%2e%2e/WEB-INF/web.xml",
        "/assets/..%2fWEB-INF%2fweb.xml",
        "/assets/..%252fWEB-INF/web.xml",
        "/assets/..\\WEB-INF\\web.xml",
        "/assets/%c0%ae%c0%ae/WEB-INF/web.xml",
        "/assets/css/app.css%00.xml",
        "/../../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
        "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
        "/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
        "/jakarta.faces.resource/%2e%2e/WEB-INF/web.xml.xhtml",
        "/jakarta.faces.resource/SystemCard.xhtml?ln=liveone",
        "/jakarta.faces.resource/SystemCard.xhtml.xhtml?ln=liveone",
        "/account.xhtml;.css",
        "/WEB-INF/templates/page.xhtml",
        "/resources/liveone/SystemCard.xhtml",
        "/dashboard.xhtml.css",
      })
  void nothingOfTheApplicationsOwnFilesIsServed(String target) {
    String answer = get(target, "Host: localhost");

    assertThat(RawHttp.status(answer)).isBetween(300, 499);
    assertThat(answer)
        .doesNotContain(
            "<web-app",
            "root:x:0",
            "openapi: 3",
            "xmlns:ui=",
            "xmlns:cc=",
            "artifactId",
            "ui:composition");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard", "/account", "/system/1", "/sign-in", "/api/data/systems"})
  void aForeignHostIsRepeatedNowhere(String target) {
    assertThat(get(target, "Host: evil.example")).doesNotContain("evil.example");
    assertThat(get(target, "Host: localhost", "X-Original-URL: /admin/audit"))
        .doesNotContain("evil.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in?from=%0d%0aX-Injected:%20yes",
        "/dashboard?%0d%0aX-Injected:%20yes",
        "/system/%0d%0aX-Injected:%20yes",
        "/assets/%0d%0aX-Injected:%20yes",
        "/shared?link=%0d%0aSet-Cookie:%20a=b",
        "/invitation?token=%0d%0aX-Injected:%20yes",
        "/api/data/latest?systemId=%0d%0aX-Injected:%20yes",
      })
  void noInputBecomesAHeader(String target) {
    String head = get(target, "Host: localhost").split("\r\n\r\n", 2)[0];

    assertThat(head).doesNotContainIgnoringCase("\nX-Injected").doesNotContain("a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%09/evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "@evil.example",
        "/\r\nLocation: https://evil.example",
        "http:evil.example",
        " //evil.example",
      })
  void signingInLeadsToNoOtherSite(String from) {
    ApiClient browser = product.api();
    SignInForm form = new SignInForm(browser);

    Answer answer =
        form.submit(browser.get("sign-in"), Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD, from);

    assertThat(answer.status() / 100).isEqualTo(3);
    assertThat(answer.headers().get("Location")).matches("/([^/\\\\\\s].*)?");
  }

  @Test
  void smuggledRequestsAreNotTakenForTwo() {
    String answer =
        RawHttp.send(
            product.baseUri(),
            "POST /api/auth/token HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 4",
            "Transfer-Encoding: chunked",
            "",
            "0",
            "",
            "GET /health/live HTTP/1.1",
            "Host: localhost");

    assertThat(answer).doesNotContain("\"status\":\"UP\"");
  }

  @Test
  void strangeMethodsAreRefused() {
    for (String method : new String[] {"TRACE", "PROPFIND", "TRACK", "DEBUG"}) {
      String answer =
          RawHttp.send(product.baseUri(), method + " /sign-in HTTP/1.1", "Host: localhost");

      assertThat(RawHttp.status(answer)).as(method).isBetween(400, 501);
      assertThat(answer).as(method).doesNotContain("Host: localhost");
    }
  }
}
