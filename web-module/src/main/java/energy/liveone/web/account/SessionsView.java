package energy.liveone.web.account;

import energy.liveone.account.AccountService;
import energy.liveone.account.PasswordRule;
import energy.liveone.ownaccount.OwnAccountService;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.security.SignIn;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The cards with the password and with signing out everywhere. */
@Named("sessions")
@RequestScoped
public class SessionsView {
  private final OwnerCheck owner;
  private final AccountService accounts;
  private final OwnAccountService own;
  private final SignIn signIn;
  private final Words words;
  private final HttpServletRequest request;
  private String oldPassword = "";
  private String newPassword = "";
  private String done = "";
  private String error = "";

  @Inject
  public SessionsView(
      OwnerCheck owner,
      AccountService accounts,
      OwnAccountService own,
      SignIn signIn,
      Words words,
      HttpServletRequest request) {
    this.owner = owner;
    this.accounts = accounts;
    this.own = own;
    this.signIn = signIn;
    this.words = words;
    this.request = request;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SessionsView() {
    this(null, null, null, null, null, null);
  }

  /** Replaces the password; this browser stays signed in. */
  public void changePassword() {
    error = PasswordRule.accepts(newPassword) ? owner.byPassword(oldPassword) : getRule();
    if (error.isEmpty()) {
      own.changePassword(owner.account(), newPassword, words.getLocale())
          .ifPresent(changed -> signIn.goOn(request, changed));
      done = words.text("account.password.changed");
    }
  }

  /** Ends every session of the account, this one too. */
  public void signOutEverywhere() throws IOException, ServletException {
    accounts.endSessions(owner.account().id());
    signIn.out(request);
    NextPage.go("/sign-in");
  }

  /** What a password must be like. */
  public String getRule() {
    return words.text("password.rule", PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH);
  }

  public String getDone() {
    return done;
  }

  public String getError() {
    return error;
  }

  public String getOldPassword() {
    return oldPassword;
  }

  public void setOldPassword(@Nullable String oldPassword) {
    this.oldPassword = oldPassword == null ? "" : oldPassword;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(@Nullable String newPassword) {
    this.newPassword = newPassword == null ? "" : newPassword;
  }
}
