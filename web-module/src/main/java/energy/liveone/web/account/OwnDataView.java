package energy.liveone.web.account;

import energy.liveone.account.AccountProfile;
import energy.liveone.privacy.DeleteAccount;
import energy.liveone.privacy.Erasures;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.security.SignIn;
import energy.liveone.web.words.Words;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The card with the end of the account. */
@Named("ownData")
@RequestScoped
public class OwnDataView {
  @Inject private OwnerCheck owner;
  @Inject private DeleteAccount deletion;
  @Inject private SignIn signIn;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  @EJB private Erasures erasures;

  private String email = "";
  private String password = "";
  private String code = "";
  private String error = "";

  /** Deletes the account with everything in it, and says good-bye. */
  public void delete() throws IOException, ServletException {
    AccountProfile account = owner.account();
    if (!email.strip().equalsIgnoreCase(account.email().value())) {
      error = words.text("account.delete.otherEmail");
      return;
    }
    error = owner.byPasswordAndCode(password, code);
    if (!error.isEmpty()) {
      return;
    }
    if (deletion.delete(account, true).isEmpty()) {
      error = words.text("account.delete.lastAdmin");
      return;
    }
    erasures.keep();
    signIn.forget(request);
    NextPage.go("/goodbye");
  }

  public String getError() {
    return error;
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

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }
}
