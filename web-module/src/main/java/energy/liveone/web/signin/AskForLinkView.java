package energy.liveone.web.signin;

import energy.liveone.account.EmailAddress;
import energy.liveone.mailedlink.RequestLinks;
import energy.liveone.mailedlink.SignUpSettings;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Presents {@code /sign-up} and {@code /forgot-password}: where to mail a link. */
@Named("askForLink")
@RequestScoped
public class AskForLinkView {
  private final RequestLinks links;
  private final SignUpSettings signUp;
  private final Words words;
  private final CurrentOrigin origin;
  private String email = "";
  private String emailError = "";
  private String error = "";
  private boolean asked;

  @Inject
  public AskForLinkView(
      RequestLinks links, SignUpSettings signUp, Words words, CurrentOrigin origin) {
    this.links = links;
    this.signUp = signUp;
    this.words = words;
    this.origin = origin;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AskForLinkView() {
    this(null, null, null, null);
  }

  /** Asks for an account. */
  public void signUp() {
    if (isEmailUsable()) {
      take(links.signUp(new EmailAddress(email), words.getLocale(), origin.network()));
    }
  }

  /** Asks to choose a new password. */
  public void resetPassword() {
    if (isEmailUsable()) {
      take(links.resetPassword(new EmailAddress(email), words.getLocale(), origin.network()));
    }
  }

  private boolean isEmailUsable() {
    emailError =
        email.isBlank()
            ? words.text("signIn.noEmail")
            : EmailAddress.isValid(email) ? "" : words.text("link.badEmail");
    return emailError.isEmpty();
  }

  /** Says the same whatever exists. */
  private void take(Duration wait) {
    asked = wait.isZero();
    error = asked ? "" : words.text("signIn.wait", Wait.inWords(wait));
  }

  /** Whether the request was taken. */
  public boolean isAsked() {
    return asked;
  }

  /** Whether strangers may make accounts. */
  public boolean isSignUpOpen() {
    return signUp.isOpen();
  }

  public String getError() {
    return error;
  }

  public String getEmailError() {
    return emailError;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email;
  }
}
