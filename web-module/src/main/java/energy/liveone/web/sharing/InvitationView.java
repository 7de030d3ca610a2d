package energy.liveone.web.sharing;

import energy.liveone.access.AccessService;
import energy.liveone.access.Subject;
import energy.liveone.account.PasswordRule;
import energy.liveone.sharing.Invitation;
import energy.liveone.sharing.Invitations;
import energy.liveone.token.TokenText;
import energy.liveone.web.security.SignIn;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Presents {@code /invitation}. The secret moves from the address into the session first, where it
 * also waits while somebody signs in. Opening the page takes nothing up; its button does.
 */
@Named("invitationPage")
@RequestScoped
public class InvitationView {
  private static final String WAITING = "energy.liveone.invitation";
  private static final int MAX_NAME = 100;

  private final AccessService access;
  private final Invitations invitations;
  private final SignIn signIn;
  private final Words words;
  private final HttpServletRequest request;
  private @Nullable String token;
  private @Nullable Invitation invitation;
  private boolean loaded;
  private String displayName = "";
  private String password = "";
  private String nameError = "";
  private String passwordError = "";

  @Inject
  public InvitationView(
      AccessService access,
      Invitations invitations,
      SignIn signIn,
      Words words,
      HttpServletRequest request) {
    this.access = access;
    this.invitations = invitations;
    this.signIn = signIn;
    this.words = words;
    this.request = request;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected InvitationView() {
    this(null, null, null, null, null);
  }

  /** Looks at the invitation; also on postbacks. */
  public void load() throws IOException {
    external().setResponseHeader("Referrer-Policy", "no-referrer");
    if (token != null) {
      if (invitations.look(new TokenText(token)).isPresent()) {
        request.getSession(true).setAttribute(WAITING, token);
        goTo("/invitation");
      }
      return;
    }
    loaded = true;
    invitation = secret().flatMap(invitations::look).orElse(null);
  }

  private Optional<TokenText> secret() {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (String) session.getAttribute(WAITING))
        .map(TokenText::new);
  }

  /** Takes the invitation up for the account that is signed in. */
  public void takeUp() throws IOException {
    finish(secret().flatMap(invitations::takeUp));
  }

  /** Makes an account, signs in and takes the invitation up. */
  public void signUp() throws IOException {
    int length = displayName.strip().length();
    nameError = length == 0 || length > MAX_NAME ? words.text("link.noName") : "";
    passwordError = PasswordRule.accepts(password) ? "" : getRule();
    if (invitation == null || !nameError.isEmpty() || !passwordError.isEmpty()) {
      return;
    }
    Optional<Subject> shared =
        secret().flatMap(secret -> invitations.signUp(secret, displayName, password));
    if (shared.isPresent()) {
      HttpServletResponse response = (HttpServletResponse) external().getResponse();
      signIn.in(request, response, invitation.email().value(), password);
    }
    finish(shared);
  }

  private void finish(Optional<Subject> shared) throws IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(WAITING);
    }
    invitation = null;
    if (shared.isPresent()) {
      goTo(ShareLinkServlet.pageOf(shared.get()));
    }
  }

  private static void goTo(String page) throws IOException {
    external().redirect(external().getRequestContextPath() + page);
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Whether there is an invitation to take up. */
  public boolean isOpen() {
    return invitation != null;
  }

  /**
   * Whether the address has no account. Also yes while a form comes in and nobody has looked yet;
   * the form is checked all the same.
   */
  public boolean isForNewcomers() {
    return invitation == null ? !loaded : !invitations.hasAccount(invitation);
  }

  /** Whether there is something to take up, or nobody has looked yet. */
  public boolean isTakeable() {
    return invitation != null || !loaded;
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return access.caller().isSignedIn();
  }

  /** What it is about, in one sentence. */
  public String getLead() {
    return invitation == null
        ? ""
        : words.text("invitation.lead", invitation.inviterName(), invitation.name());
  }

  /** Where it was sent. */
  public String getEmail() {
    return invitation == null ? "" : invitation.email().value();
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
