package energy.liveone.api.auth;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.setup.SetupAnswer.SiteLine;
import energy.liveone.api.setup.VendorProblem;
import energy.liveone.grant.Authorization;
import energy.liveone.grant.Authorization.Connected;
import energy.liveone.grant.Authorization.Rejection;
import energy.liveone.grant.ConnectAccounts;
import energy.liveone.grant.ConnectAccounts.Answer;
import energy.liveone.grant.SecretText;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends owners to a vendor's page, where they let us in, and takes them back. Browsers are
 * redirected; programs get JSON, and keep the cookie themselves.
 */
@Path("/auth/{vendorType}")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class OAuthResource {
  private static final String COOKIE = "liveone-connect";
  private static final String COOKIE_SHAPE = "[A-Za-z0-9_-]{43}";

  @Inject private ConnectAccounts connect;

  @Inject
  @ConfigProperty(name = "liveone.secure-cookies", defaultValue = "false")
  private boolean secure;

  @Inject private CurrentOrigin origin;
  @Context private HttpHeaders headers;
  @Context private UriInfo place;

  /** The shape of the first answer. */
  public record BeginAnswer(boolean success, String url) {}

  /** The shape of the second one. */
  public record ConnectedAnswer(
      boolean success, int grantId, List<SiteLine> sites, List<String> taken, int resumed) {
    static ConnectedAnswer of(Connected connected) {
      return new ConnectedAnswer(
          true,
          connected.grant().value(),
          connected.sites().stream().map(SiteLine::of).toList(),
          connected.taken().stream().sorted().toList(),
          connected.resumed());
    }
  }

  /** Begins. */
  @GET
  @Path("/auth")
  @RequireWholeAccount(changes = true)
  public Response begin(
      @PathParam("vendorType") String vendorType, @CookieParam(COOKIE) String cookie) {
    // An authorization in another tab stays good.
    SecretText browser =
        cookie != null && cookie.matches(COOKIE_SHAPE)
            ? new SecretText(cookie)
            : SecretText.generate();
    URI url =
        connect
            .begin(vendor(vendorType), browser)
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        400,
                        "NOT_CONFIGURED",
                        "This installation is not registered with such a vendor",
                        Map.of()));
    Response.ResponseBuilder response =
        isBrowser() ? Response.seeOther(url) : Response.ok(new BeginAnswer(true, url.toString()));
    return response.type(MediaType.APPLICATION_JSON).cookie(cookie(browser)).build();
  }

  private NewCookie cookie(SecretText browser) {
    return new NewCookie.Builder(COOKIE)
        .value(browser.value())
        .path("/api/auth")
        .maxAge(Math.toIntExact(ConnectAccounts.LIFETIME.toSeconds()))
        .httpOnly(true)
        .secure(secure || origin.isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** Ends. */
  @GET
  @Path("/callback")
  @RequireWholeAccount(changes = true)
  public Response end(
      @PathParam("vendorType") String vendorType,
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("error") @DefaultValue("") String error,
      @CookieParam(COOKIE) @DefaultValue("") String cookie) {
    VendorType vendor = vendor(vendorType);
    Authorization outcome = connect.finish(vendor, new Answer(code, state, error, cookie));
    return outcome.fold(
        connected ->
            isBrowser()
                ? page(vendor, "grantId=" + connected.grant())
                : Response.ok(ConnectedAnswer.of(connected), MediaType.APPLICATION_JSON_TYPE)
                    .build(),
        rejected -> problem(vendor, problemOf(rejected.reason())),
        refused -> problem(vendor, VendorProblem.of(refused.failure())));
  }

  private Response problem(VendorType vendor, ApiProblem problem) {
    return isBrowser() ? page(vendor, "problem=" + problem.code()) : problem.response();
  }

  /** The page on which systems are chosen. */
  private Response page(VendorType vendor, String outcome) {
    URI page = place.getBaseUri().resolve("../connect?vendorType=" + vendor + "&" + outcome);
    // Without the host, which is whatever the caller claims.
    return Response.seeOther(URI.create(page.getRawPath() + "?" + page.getRawQuery())).build();
  }

  private static ApiProblem problemOf(Rejection reason) {
    return switch (reason) {
      case ACCESS_DENIED -> problem(403, reason, "Access was denied at the vendor's page");
      case STATE_UNKNOWN -> problem(400, reason, "No connection began with this state");
      case STATE_EXPIRED -> problem(400, reason, "The connection took too long; begin again");
      case STATE_USED -> problem(409, reason, "This connection was completed or given up already");
      case STATE_FOREIGN ->
          problem(403, reason, "Another account or another browser began this connection");
      case CODE_MISSING -> problem(400, reason, "The vendor sent neither a code nor an error");
    };
  }

  private static ApiProblem problem(int status, Rejection reason, String message) {
    return ApiProblem.of(status, reason.name(), message, Map.of());
  }

  private static VendorType vendor(String text) {
    return VendorType.parse(text).orElseThrow(() -> ApiProblem.notFound("There is no such vendor"));
  }

  private boolean isBrowser() {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.getType().equals("text") && type.getSubtype().equals("html"));
  }
}
