package energy.liveone.web.signin;

import energy.liveone.mailedlink.SignUpSettings;
import energy.liveone.signin.SignInOutcome;
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
import org.jspecify.annotations.Nullable;

/**
 * Presents {@code /sign-in}: the password, then the code where the account asks for one. {@code
 * ?from=} is a path of this server to go on to, {@code ?again=} goes back to the password.
 */
@Named("signIn")
@RequestScoped
public class SignInView {
  private static final String HOME = "/dashboard";

  private final SignIn signIn;
  private final PageView page;
  private final Words words;
  private final SignUpSettings signUp;
  private @Nullable String from;
  private @Nullable String again;
  private String email = "";
  private String password = "";
  private String code = "";
  private String emailError = "";
  private String passwordError = "";
  private String codeError = "";
  private String error = "";

  @Inject
  public SignInView(SignIn signIn, PageView page, Words words, SignUpSettings signUp) {
    this.signUp = signUp;
    this.signIn = signIn;
    this.page = page;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SignInView() {
    this(null, null, null, null);
  }

  /** Sends on who is signed in already. */
  public void load() throws IOException {
    if (again != null) {
      signIn.startOver(request());
    }
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
    take(signIn.in(request(), response(), email.strip(), password), "signIn.wrong");
  }

  /** Completes the sign-in with a code, or says why not. */
  public void confirm() throws IOException {
    codeError = code.isBlank() ? words.text("signIn.noCode") : "";
    if (!codeError.isEmpty()) {
      return;
    }
    boolean isInTime = isCodeAwaited();
    take(
        signIn.confirm(request(), response(), code.strip()),
        isInTime ? "signIn.wrongCode" : "signIn.tooLate");
  }

  private void take(SignInOutcome outcome, String ifRejected) throws IOException {
    boolean isIn = outcome instanceof SignInOutcome.SignedIn;
    error =
        outcome.fold(
            signedIn -> "",
            needsCode -> "",
            rejected -> words.text(ifRejected),
            throttled -> words.text("signIn.wait", Wait.inWords(throttled.retryAfter())));
    if (isIn) {
      goOn();
    } else {
      // The container marked the answer as refused; what we send is the page with the reason.
      external().setResponseStatus(HttpServletResponse.SC_OK);
    }
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) external().getRequest();
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse) external().getResponse();
  }

  private void goOn() throws IOException {
    external().redirect(external().getRequestContextPath() + LocalTarget.of(from).orElse(HOME));
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Whether the password was right and a code is asked for, or one was sent too late. */
  public boolean isCodeWanted() {
    return isCodeAwaited() || request().getParameter("code-form") != null;
  }

  private boolean isCodeAwaited() {
    return signIn.isCodeWanted(request());
  }

  /** Whether strangers may make accounts. */
  public boolean isSignUpOpen() {
    return signUp.isOpen();
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

  public String getCodeError() {
    return codeError;
  }

  public @Nullable String getAgain() {
    return again;
  }

  public void setAgain(@Nullable String again) {
    this.again = again;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
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
