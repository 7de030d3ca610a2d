package energy.liveone.web.kiosk;

import energy.liveone.web.asset.Assets;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a browser needs to put the product among a device's applications. */
@WebServlet("/manifest.webmanifest")
public class ManifestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String DARK = "#0E1216";

  private final transient Assets assets;

  @Inject
  public ManifestServlet(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/manifest+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    try (JsonWriter writer = Json.createWriter(response.getWriter())) {
      writer.writeObject(
          Json.createObjectBuilder()
              .add("id", "/dashboard")
              .add("name", "LiveOne")
              .add("short_name", "LiveOne")
              .add("start_url", "/dashboard")
              .add("scope", "/")
              .add("display", "standalone")
              .add("background_color", DARK)
              .add("theme_color", DARK)
              .add("icons", Json.createArrayBuilder().add(icon("any")).add(icon("maskable")))
              .build());
    }
  }

  private jakarta.json.JsonObjectBuilder icon(String purpose) {
    return Json.createObjectBuilder()
        .add("src", assets.url("any".equals(purpose) ? "img/mark.svg" : "img/mark-full.svg"))
        .add("sizes", "any")
        .add("type", "image/svg+xml")
        .add("purpose", purpose);
  }
}
