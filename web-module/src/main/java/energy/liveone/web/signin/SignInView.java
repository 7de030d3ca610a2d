package energy.liveone.web.signin;

import energy.liveone.account.SignInOutcome;
import energy.liveone.web.page.PageView;
import energy.liveone.web.security.LocalTarget;
import energy.liveone.web.security.SignIn;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Presents {@code /sign-in}: {@code ?from=} a path of this server to go on to. */
@Named("signIn")
@RequestScoped
public class SignInView {
  private static final String HOME = "/dashboard";

  private final SignIn signIn;
  private final PageView page;
  private final Words words;
  private @Nullable String from;
  private String email = "";
  private String password = "";
  private String emailError = "";
  private String passwordError = "";
  private String error = "";

  @Inject
  public SignInView(SignIn signIn, PageView page, Words words) {
    this.signIn = signIn;
    this.page = page;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SignInView() {
    this(null, null, null);
  }

  /** Sends on who is signed in already. */
  public void load() throws IOException {
    if (page.isSignedIn()) {
      goOn();
    }
  }

  /** Signs in, or says why not; the address stays as typed. */
  public void submit() throws IOException {
    emailError = email.isBlank() ? words.text("signIn.noEmail") : "";
    passwordError = password.isEmpty() ? words.text("signIn.noPassword") : "";
    if (!emailError.isEmpty() || !passwordError.isEmpty()) {
      return;
    }
    ExternalContext external = external();
    SignInOutcome outcome =
        signIn.in(
            (HttpServletRequest) external.getRequest(),
            (HttpServletResponse) external.getResponse(),
            email.strip(),
            password);
    error =
        outcome.fold(
            signedIn -> "",
            rejected -> words.text("signIn.wrong"),
            throttled -> words.text("signIn.wait", inWords(throttled.retryAfter())));
    if (error.isEmpty()) {
      goOn();
    } else {
      // The container marked the answer as refused; what we send is the page with the reason.
      external.setResponseStatus(HttpServletResponse.SC_OK);
    }
  }

  private void goOn() throws IOException {
    external().redirect(external().getRequestContextPath() + LocalTarget.of(from).orElse(HOME));
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  private static String inWords(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return seconds < 100 ? seconds + "\u00a0s" : (seconds + 59) / 60 + "\u00a0min";
  }

  /** Why signing in failed; empty when it did not. */
  public String getError() {
    return error;
  }

  public String getEmailError() {
    return emailError;
  }

  public String getPasswordError() {
    return passwordError;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }
}
