package energy.liveone.api.account;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.account.AccountProfile;
import energy.liveone.api.account.AccountResource.Done;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.ownaccount.OwnAccountService;
import energy.liveone.secondfactor.QrPicture;
import energy.liveone.secondfactor.SecondFactorService;
import energy.liveone.secondfactor.TotpSecret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** The second factor of the caller's account. */
@Path("/account/totp")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
  @Inject private OwnProof own;
  @Inject private OwnAccountService service;
  @Inject private SecondFactorService secondFactors;
  @Context private HttpServletRequest request;

  /** What the device needs, told this once; the picture is an SVG document of the address. */
  public record Enrolment(boolean success, String secret, String uri, String qrSvg) {
    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  /** Recovery codes, told this once. */
  public record RecoveryCodes(boolean success, List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "RecoveryCodes";
    }
  }

  /** Begins: a new secret for the device. Codes are asked for once one was confirmed. */
  @POST
  @RequireWholeAccount
  public Response enrol(JsonBody body) {
    AccountProfile account = own.byPassword(body, "password");
    TotpSecret secret =
        secondFactors
            .begin(account)
            .orElseThrow(
                () -> ApiProblem.conflict("password", "The account has a second factor already"));
    String uri = secret.uri(account.email().value());
    return once(new Enrolment(true, secret.base32(), uri, QrPicture.of(uri).svg()));
  }

  /** Takes the first code of the device. */
  @POST
  @Path("/confirm")
  @RequireWholeAccount
  public Response confirm(JsonBody body) {
    String code = body.requiredText("code");
    return service
        .confirmSecondFactor(own.account(), code, locale())
        .map(codes -> once(new RecoveryCodes(true, codes)))
        .orElseThrow(
            () -> ApiProblem.invalid("code", "Not a code of the device, or nothing was begun"));
  }

  /** No more codes are asked for. */
  @POST
  @Path("/disable")
  @RequireWholeAccount
  public Done disable(JsonBody body) {
    if (!service.removeSecondFactor(own.byPasswordAndCode(body), locale())) {
      throw ApiProblem.notFound("The account has no second factor");
    }
    return new Done(true);
  }

  /** Ten recovery codes in place of the earlier ones. */
  @POST
  @Path("/recovery-codes")
  @RequireWholeAccount
  public Response renewRecoveryCodes(JsonBody body) {
    AccountProfile account = own.byPasswordAndCode(body);
    if (!secondFactors.isActive(account.id())) {
      throw ApiProblem.notFound("The account has no second factor");
    }
    return once(new RecoveryCodes(true, secondFactors.newRecoveryCodes(account.id())));
  }

  private Locale locale() {
    return request.getLocale();
  }

  private static Response once(Object answer) {
    CacheControl nowhere = new CacheControl();
    nowhere.setNoStore(true);
    return Response.ok(answer).cacheControl(nowhere).build();
  }
}
