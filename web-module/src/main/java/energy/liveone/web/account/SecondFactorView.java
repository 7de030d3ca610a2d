package energy.liveone.web.account;

import energy.liveone.ownaccount.OwnAccountService;
import energy.liveone.secondfactor.QrPicture;
import energy.liveone.secondfactor.SecondFactorService;
import energy.liveone.secondfactor.TotpSecret;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The card with the second factor: off, begun (the first code is asked for) or on. The picture and
 * the recovery codes are shown in the answer that makes them and never again, so that a stolen
 * session does not see them.
 */
@Named("secondFactor")
@RequestScoped
public class SecondFactorView {
  private final OwnerCheck owner;
  private final SecondFactorService factors;
  private final OwnAccountService own;
  private final Words words;
  private final HttpServletRequest request;
  private String password = "";
  private String code = "";
  private String done = "";
  private String error = "";
  private boolean begun;
  private @Nullable TotpSecret secret;
  private List<String> recoveryCodes = List.of();

  @Inject
  public SecondFactorView(
      OwnerCheck owner,
      SecondFactorService factors,
      OwnAccountService own,
      Words words,
      HttpServletRequest request) {
    this.request = request;
    this.owner = owner;
    this.factors = factors;
    this.own = own;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SecondFactorView() {
    this(null, null, null, null, null);
  }

  /** Shows the picture for the device. */
  public void begin() {
    error = owner.byPassword(password);
    if (error.isEmpty()) {
      secret = factors.begin(owner.account()).orElse(null);
      begun = secret != null;
    }
  }

  /** Takes the first code and shows the recovery codes. */
  public void confirm() {
    Optional<List<String>> codes =
        own.confirmSecondFactor(owner.account(), code, words.getLocale());
    if (codes.isPresent()) {
      recoveryCodes = codes.get();
      finish("account.factor.nowOn");
    } else {
      error = words.text("signIn.wrongCode");
    }
  }

  /** No more codes are asked for. */
  public void disable() {
    error = owner.byPasswordAndCode(password, code);
    if (error.isEmpty()) {
      own.removeSecondFactor(owner.account(), words.getLocale());
      finish("account.factor.nowOff");
    }
  }

  /** Shows ten new recovery codes. */
  public void renew() {
    error = owner.byPasswordAndCode(password, code);
    if (error.isEmpty()) {
      recoveryCodes = factors.newRecoveryCodes(owner.account().id());
      finish("account.factor.renewed");
    }
  }

  /** A code that was used is of no use in the form. */
  private void finish(String text) {
    code = "";
    done = words.text(text);
  }

  /** Whether signing in asks for codes. */
  public boolean isActive() {
    return factors.isActive(owner.account().id());
  }

  /** Whether the device's first code is asked for, or has just been sent. */
  public boolean isBegun() {
    return begun || request.getParameter("confirm-form") != null;
  }

  /** How many recovery codes are left. */
  public int getLeft() {
    return factors.standing(owner.account().id()).recoveryCodesLeft();
  }

  /** The secret in groups of four, for people who type it. */
  public String getSecret() {
    return secret == null ? "" : secret.base32().replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** The picture for devices; null when it was shown before. */
  public @Nullable QrPicture getPicture() {
    return secret == null ? null : QrPicture.of(secret.uri(owner.account().email().value()));
  }

  /** New recovery codes; empty when none were made. */
  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public String getDone() {
    return done;
  }

  public String getError() {
    return error;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }
}
