package energy.liveone.api.docs;

import energy.liveone.access.OpenToAll;
import energy.liveone.web.asset.Assets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The page on which people read about the API and try it with their own token. */
@Path("/docs")
@RequestScoped
public class DocsResource {
  /** Swagger UI styles its elements in place; its scripts come from us alone. */
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " connect-src 'self'; img-src 'self' data:; script-src 'self';"
          + " style-src 'self' 'unsafe-inline'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>LiveOne EE: API</title>
        <link rel="icon" type="image/svg+xml" href="%s"/>
        <link rel="stylesheet" href="%s"/>
      </head>
      <body>
        <div id="api"></div>
        <noscript>The description itself is at <a href="/openapi">/openapi</a>.</noscript>
        <script src="%s"></script>
        <script src="%s"></script>
      </body>
      </html>
      """;

  @Inject private Assets assets;

  /** The page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @OpenToAll("It tells what the API is, and nothing about any system")
  public Response page() {
    String page =
        PAGE.formatted(
            assets.url("img/mark.svg"),
            assets.url("swagger-ui.css"),
            assets.url("swagger-ui.js"),
            assets.url("api-docs.js"));
    return Response.ok(page).header("Content-Security-Policy", POLICY).build();
  }
}
