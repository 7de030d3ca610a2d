package energy.liveone.web.asset;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves {@code /assets/{version}/{path}}. */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private final transient Assets assets;

  @Inject
  public AssetServlet(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    int slash = path.indexOf('/');
    Optional<Asset> asset = assets.find(path.substring(slash + 1));
    if (slash < 0 || asset.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // A page from before an update asks for what is gone; the present content must not be kept as
    // it.
    boolean current = path.substring(0, slash).equals(assets.version());
    response.setHeader("Cache-Control", current ? FOR_GOOD : "no-store");
    response.setHeader("Vary", "Accept-Encoding");
    send(asset.get(), acceptsGzip(request), response);
  }

  private static boolean acceptsGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }

  private static void send(Asset asset, boolean compressed, HttpServletResponse response)
      throws IOException {
    byte[] body = compressed ? asset.compressed() : asset.plain();
    response.setContentType(asset.contentType());
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
