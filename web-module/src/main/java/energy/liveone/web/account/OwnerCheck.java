package energy.liveone.web.account;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountProfile;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.signin.SignInOutcome;
import energy.liveone.signin.SignInService;
import energy.liveone.web.signin.Wait;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Has whoever uses the page prove to be the owner; says in words why not. */
@RequestScoped
public class OwnerCheck {
  @Inject private AccessService access;
  @Inject private SignInService signIns;
  @Inject private Words words;
  @Inject private CurrentOrigin origin;

  /** The reader's account. */
  public AccountProfile account() {
    return access.requireAuth().account().orElseThrow();
  }

  /** Empty when the password is right, else why not. */
  public String byPassword(String password) {
    return inWords(signIns.provePassword(account(), password, origin.network()));
  }

  /** Empty when the password is right and the code too, else why not. */
  String byPasswordAndCode(String password, String code) {
    return inWords(signIns.prove(account(), password, code, origin.network()));
  }

  private String inWords(SignInOutcome outcome) {
    return outcome.fold(
        signedIn -> "",
        needsCode -> words.text("signIn.noCode"),
        rejected -> words.text("account.notProven"),
        throttled -> words.text("signIn.wait", Wait.inWords(throttled.retryAfter())));
  }
}
