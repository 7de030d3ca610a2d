package energy.liveone.web.account;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.mailedlink.RequestLinks;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.web.signin.Wait;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cards with name and address. */
@Named("profile")
@RequestScoped
public class ProfileView {
  private static final int MAX_NAME = 100;

  private final OwnerCheck owner;
  private final AccountService accounts;
  private final RequestLinks links;
  private final Words words;
  private final CurrentOrigin origin;
  private @Nullable String displayName;
  private @Nullable String email;
  private String password = "";
  private String done = "";
  private String error = "";
  private String emailDone = "";
  private String emailError = "";

  @Inject
  public ProfileView(
      OwnerCheck owner,
      AccountService accounts,
      RequestLinks links,
      Words words,
      CurrentOrigin origin) {
    this.owner = owner;
    this.accounts = accounts;
    this.links = links;
    this.words = words;
    this.origin = origin;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ProfileView() {
    this(null, null, null, null, null);
  }

  /** Changes the name. */
  public void rename() {
    String name = getDisplayName().strip();
    if (name.isEmpty() || name.length() > MAX_NAME) {
      error = words.text("link.noName");
      return;
    }
    accounts.rename(owner.account().id(), name);
    done = words.text("account.saved");
  }

  /** Mails a link to the address. */
  public void verify() {
    if (!EmailAddress.isValid(getEmail())) {
      emailError = words.text("link.badEmail");
      return;
    }
    emailError = owner.byPassword(password);
    if (emailError.isEmpty()) {
      take(
          links.verifyEmail(
              owner.account(), new EmailAddress(getEmail()), words.getLocale(), origin.network()));
    }
  }

  private void take(Duration wait) {
    if (wait.isZero()) {
      emailDone = words.text("account.mailed", getEmail());
    } else {
      emailError = words.text("signIn.wait", Wait.inWords(wait));
    }
  }

  private AccountProfile account() {
    return owner.account();
  }

  /** The address that the account has now. */
  public String getCurrentEmail() {
    return account().email().value();
  }

  /** Whether a mail to it was answered. */
  public boolean isVerified() {
    return account().emailVerified();
  }

  public String getDone() {
    return done;
  }

  public String getError() {
    return error;
  }

  public String getEmailDone() {
    return emailDone;
  }

  public String getEmailError() {
    return emailError;
  }

  public String getDisplayName() {
    return displayName == null ? account().displayName() : displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName == null ? "" : displayName;
  }

  public String getEmail() {
    return email == null ? getCurrentEmail() : email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email.strip();
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }
}
