package energy.liveone.simulator.mondo;

import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The identity service: form, authorization and tokens. */
final class MondoSignIn {

  /** The portal is not what it was: {@code noToken} in the form, {@code noCode} in the redirect. */
  static final FaultName PORTAL_CHANGED = new FaultName("portalChanged", FaultName.Value.TEXT);

  /** Refresh tokens are refused. */
  static final FaultName REFRESH_FAIL = new FaultName("refreshFail", FaultName.Value.NONE);

  private static final String CLIENT = "platform.frontend";
  private static final String CALLBACK = "https://platform.mondopower.com.au/signin-callback";
  private static final String SCOPE = "openid profile mondoapi offline_access";
  private static final String FORM_COOKIE = ".AspNetCore.Antiforgery.m0nd0";
  private static final String SESSION_COOKIE = ".AspNetCore.Identity.Application";

  private final MondoIdentity identity;
  private final MondoEstate estate;

  MondoSignIn(MondoIdentity identity, MondoEstate estate) {
    this.identity = identity;
    this.estate = estate;
  }

  /** The sign-in page. */
  Reply form(FaultView faults) {
    MondoIdentity.Form form = identity.openForm();
    String token = changed(faults, "noToken") ? "" : hidden(form.token());
    return page("", token)
        .with("Set-Cookie", FORM_COOKIE + "=" + form.cookie() + "; path=/; httponly");
  }

  private static boolean changed(FaultView faults, String what) {
    return faults.claim(PORTAL_CHANGED).flatMap(Fault::text).equals(Optional.of(what));
  }

  private static String hidden(String token) {
    return "<input name=\"__RequestVerificationToken\" type=\"hidden\" value=\"" + token + "\" />";
  }

  private static Reply page(String message, String token) {
    return Reply.html(
        200,
        """
        <!DOCTYPE html>
        <html><head><title>Sign in</title></head><body>
        <div class="validation-summary-errors">%s</div>
        <form method="post" action="/Account/Login">
        <input type="email" name="Email" value="" /><input type="password" name="Password" />
        <input type="checkbox" name="RememberMe" value="true" />
        <button type="submit">Sign in</button>
        %s</form></body></html>
        """
            .formatted(message, token));
  }

  /** Takes the form. */
  Reply submit(VendorRequest request, FaultView faults) {
    Map<String, String> form = request.form();
    String token = form.getOrDefault("__RequestVerificationToken", "");
    if (!identity.belongTogether(request.cookies().getOrDefault(FORM_COOKIE, ""), token)) {
      return Reply.html(400, "<html><body>Bad request</body></html>");
    }
    Optional<MondoAccount> account =
        estate
            .account(form.getOrDefault("Email", ""))
            .filter(one -> one.password().equals(form.getOrDefault("Password", "")));
    if (account.isEmpty() || faults.strikes(FaultName.AUTH_FAIL)) {
      return page("Invalid login attempt.", hidden(token));
    }
    String session = identity.openSession(account.get().email());
    return Reply.redirect("/mondo/")
        .with("Set-Cookie", SESSION_COOKIE + "=" + session + "; path=/; secure; httponly")
        .with("Set-Cookie", "idsrv.session=" + session.substring(0, 8) + "; path=/");
  }

  /** Gives a code to who has signed in. */
  Reply authorize(VendorRequest request, FaultView faults) {
    Map<String, String> asked = request.parameters();
    boolean right =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && CALLBACK.equals(asked.get("redirect_uri"))
            && SCOPE.equals(asked.get("scope"))
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.getOrDefault("code_challenge", "").length() == 43
            && !asked.getOrDefault("state", "").isEmpty();
    if (!right) {
      return Reply.redirect("/mondo/home/error?errorId=" + identity.openForm().cookie());
    }
    String session = request.cookies().getOrDefault(SESSION_COOKIE, "");
    Optional<String> code = identity.code(session, asked.get("code_challenge"));
    if (code.isEmpty()) {
      return Reply.redirect("/mondo/Account/Login?ReturnUrl=%2Fconnect%2Fauthorize");
    }
    String state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    String answer = changed(faults, "noCode") ? "error=server_error" : "code=" + code.get();
    return Reply.redirect(CALLBACK + "?" + answer + "&state=" + state);
  }

  /** Exchanges a code or a refresh token. */
  Reply token(VendorRequest request, FaultView faults) {
    Map<String, String> form = request.form();
    if (!CLIENT.equals(form.get("client_id"))) {
      return refusal("invalid_client");
    }
    Optional<JsonObject> issued =
        switch (form.getOrDefault("grant_type", "")) {
          case "authorization_code" -> redeem(form);
          case "refresh_token" ->
              faults.strikes(REFRESH_FAIL)
                  ? Optional.empty()
                  : identity.refresh(form.getOrDefault("refresh_token", ""));
          default -> Optional.empty();
        };
    return issued.map(tokens -> Reply.json(200, tokens)).orElseGet(() -> refusal("invalid_grant"));
  }

  private Optional<JsonObject> redeem(Map<String, String> form) {
    return CALLBACK.equals(form.get("redirect_uri"))
        ? identity.redeem(form.getOrDefault("code", ""), form.getOrDefault("code_verifier", ""))
        : Optional.empty();
  }

  private static Reply refusal(String error) {
    return Reply.json(400, JsonText.object().add("error", error).build());
  }
}
