package energy.liveone.web.signin;

import energy.liveone.account.EmailAddress;
import energy.liveone.account.PasswordRule;
import energy.liveone.mailedlink.FollowLinks;
import energy.liveone.mailedlink.LinkOutcome;
import energy.liveone.mailedlink.LinkPurpose;
import energy.liveone.mailedlink.LinkToken;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/**
 * Presents {@code /welcome}, {@code /reset-password} and {@code /verify-email}: where the links in
 * mails lead. Opening a page uses no link up; its button does.
 */
@Named("followLink")
@RequestScoped
public class FollowLinkView {
  private static final int MAX_NAME = 100;

  private final FollowLinks links;
  private final Words words;
  private @Nullable String token;
  private String email = "";
  private String displayName = "";
  private String password = "";
  private String nameError = "";
  private String passwordError = "";
  private @Nullable LinkOutcome outcome;

  @Inject
  public FollowLinkView(FollowLinks links, Words words) {
    this.links = links;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FollowLinkView() {
    this(null, null);
  }

  /** Looks at a link that makes an account. */
  public void loadSignUp() {
    look(LinkPurpose.SIGN_UP);
  }

  /** Looks at a link to choose a new password. */
  public void loadReset() {
    look(LinkPurpose.RESET_PASSWORD);
  }

  /** Looks at a link that proves an address. */
  public void loadVerification() {
    look(LinkPurpose.VERIFY_EMAIL);
  }

  private void look(LinkPurpose purpose) {
    email = links.look(secret(), purpose).map(EmailAddress::value).orElse("");
    if (email.isEmpty()) {
      outcome = LinkOutcome.UNUSABLE;
    }
  }

  /** Makes the account. */
  public void signUp() {
    int length = displayName.strip().length();
    nameError = length == 0 || length > MAX_NAME ? words.text("link.noName") : "";
    if (isPasswordUsable() && nameError.isEmpty()) {
      outcome = links.signUp(secret(), displayName, password);
    }
  }

  /** Replaces the password. */
  public void reset() {
    if (isPasswordUsable()) {
      outcome = links.resetPassword(secret(), password, words.getLocale());
    }
  }

  /** Proves the address. */
  public void verify() {
    outcome = links.verifyEmail(secret(), words.getLocale());
  }

  private LinkToken secret() {
    return new LinkToken(token == null ? "" : token);
  }

  private boolean isPasswordUsable() {
    passwordError =
        PasswordRule.accepts(password)
            ? ""
            : words.text("password.rule", PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH);
    return passwordError.isEmpty();
  }

  /** Whether the form is to be shown: the link works, and was not followed yet. */
  public boolean isOpen() {
    return outcome == null;
  }

  /** Whether what the link is for was done. */
  public boolean isDone() {
    return outcome == LinkOutcome.DONE;
  }

  /** Why the link does not work; empty when it does. */
  public String getError() {
    if (outcome == LinkOutcome.EMAIL_TAKEN) {
      return words.text("link.taken");
    }
    return outcome == LinkOutcome.UNUSABLE ? words.text("link.unusable") : "";
  }

  /** Where the link was sent. */
  public String getEmail() {
    return email;
  }

  /** What a password must be like. */
  public String getRule() {
    return words.text("password.rule", PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH);
  }

  public String getNameError() {
    return nameError;
  }

  public String getPasswordError() {
    return passwordError;
  }

  public @Nullable String getToken() {
    return token;
  }

  public void setToken(@Nullable String token) {
    this.token = token;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName == null ? "" : displayName;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }
}
