package energy.liveone.simulator.enphase;

import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.VendorRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /oauth/token}: codes and refresh tokens become access tokens. */
final class TokenEndpoint {

  private final Grants grants;

  TokenEndpoint(Grants grants) {
    this.grants = grants;
  }

  Reply reply(VendorRequest request, FaultView faults) {
    Optional<Application> application =
        request.header("authorization").flatMap(Application::ofBasic);
    if (application.isEmpty()) {
      return Errors.oauth(401, "invalid_client", "Bad client credentials");
    }
    if (faults.strikes(FaultName.AUTH_FAIL)) {
      return refused();
    }
    Map<String, String> form = request.form();
    String client = application.get().clientId();
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" ->
          grants
              .redeem(form.getOrDefault("code", ""), client, form.getOrDefault("redirect_uri", ""))
              .map(TokenEndpoint::granted)
              .orElseGet(TokenEndpoint::refused);
      case "refresh_token" ->
          grants
              .renew(form.getOrDefault("refresh_token", ""), client)
              .map(TokenEndpoint::granted)
              .orElseGet(TokenEndpoint::refused);
      default -> Errors.oauth(400, "unsupported_grant_type", "Unsupported grant type");
    };
  }

  private static Reply refused() {
    return Errors.oauth(400, "invalid_grant", "Invalid or expired grant");
  }

  private static Reply granted(Grants.Tokens tokens) {
    return Reply.json(
        200,
        JsonText.object()
            .add("access_token", tokens.access())
            .add("token_type", "bearer")
            .add("refresh_token", tokens.refresh())
            .add("expires_in", Grants.ACCESS.toSeconds())
            .add("scope", "read write")
            .add("enl_uid", tokens.account().userId())
            .add("enl_cid", "9081")
            .add("enl_password_last_changed", "1718000000")
            .add("is_internal_app", false)
            .add("app_type", "system")
            .add("jti", UUID.randomUUID().toString())
            .build());
  }
}
