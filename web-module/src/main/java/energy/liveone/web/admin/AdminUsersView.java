package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.EmailTaken;
import energy.liveone.account.PasswordRule;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Presents {@code /admin/users}: all accounts, and a form for a new one. */
@Named("adminUsers")
@RequestScoped
public class AdminUsersView {
  private static final int MAX_NAME = 100;

  @Inject private AccessService access;
  @Inject private AccountService accounts;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String email = "";
  private String name = "";
  private String password = "";
  private boolean admin;
  private String error = "";
  private String done = "";

  /** An account; {@code own} is the reader's, which nobody disables. */
  public record Row(
      int id,
      String email,
      String name,
      String role,
      boolean disabled,
      boolean own,
      String since) {}

  /** Lets administrators in. */
  public void load() {
    access.requireAdmin();
  }

  /** All accounts, by address. */
  public List<Row> getRows() {
    return accounts.all().stream()
        .map(
            one ->
                new Row(
                    one.id().value(),
                    one.email().value(),
                    one.displayName(),
                    words.text("admin.role." + one.role().name()),
                    one.disabled(),
                    access.caller().is(one.id()),
                    one.createdAt().toString()))
        .toList();
  }

  /** Adds an account. */
  public void add() {
    if (!EmailAddress.isValid(email)) {
      error = words.text("link.badEmail");
    } else if (name.length() > MAX_NAME) {
      error = words.text("composite.bad.name");
    } else if (!PasswordRule.accepts(password)) {
      error = words.text("password.rule", PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH);
    } else {
      try {
        AccountRole role = admin ? AccountRole.ADMIN : AccountRole.USER;
        accounts.add(new EmailAddress(email), name.isEmpty() ? email : name, role, password);
        done = words.text("admin.users.added", email);
        email = "";
        name = "";
      } catch (EmailTaken e) {
        error = words.text("admin.emailTaken");
      }
    }
  }

  /** Disables or enables the account that the button names. */
  public void turn() {
    String id = request.getParameter("of");
    if (id == null || !id.matches("[1-9][0-9]{0,8}")) {
      return;
    }
    AccountId account = new AccountId(Integer.parseInt(id));
    AccountProfile known = accounts.find(account).orElse(null);
    if (known == null || access.caller().is(account)) {
      return;
    }
    if (known.disabled()) {
      accounts.enable(account);
    } else {
      accounts.disable(account);
    }
    done =
        words.text(
            known.disabled() ? "admin.users.enabled" : "admin.users.disabled",
            known.email().value());
  }

  public String getError() {
    return error;
  }

  public String getDone() {
    return done;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String value) {
    email = value == null ? "" : value.strip();
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String value) {
    name = value == null ? "" : value.strip();
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String value) {
    password = value == null ? "" : value;
  }

  public boolean isAdmin() {
    return admin;
  }

  public void setAdmin(boolean value) {
    admin = value;
  }
}
