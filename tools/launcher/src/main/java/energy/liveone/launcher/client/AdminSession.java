package energy.liveone.launcher.client;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An administrator's token: the one of an earlier call while the server accepts it, else a new one
 * for e-mail address and password. Passwords are not kept; tokens are, in the secrets directory,
 * and end after the server's time.
 */
public final class AdminSession {
  private final JsonOverHttp http;
  private final Account account;
  private final TokenStore store;

  public AdminSession(JsonOverHttp http, Account account, TokenStore store) {
    this.http = http;
    this.account = account;
    this.store = store;
  }

  /**
   * @param password empty when it is not known here
   * @param code of the second factor; empty when there is none or it is not known here
   */
  public record Account(String email, Optional<String> password, Optional<String> code) {
    /** An account without a second factor, as far as is known here. */
    public Account(String email, Optional<String> password) {
      this(email, password, Optional.empty());
    }

    /** Leaves password and code out. */
    @Override
    public String toString() {
      return email;
    }
  }

  /** Where the token is between two programs. */
  public record TokenStore(Supplier<Optional<String>> read, Consumer<String> write) {}

  /** A token that the server accepts now; empty when there is none and no right password. */
  public Optional<String> token() {
    return store.read().get().filter(this::isAccepted).or(this::signIn);
  }

  private boolean isAccepted(String token) {
    return http.get("/api/admin/users", token).isSuccess();
  }

  private Optional<String> signIn() {
    return account.password().flatMap(this::signIn);
  }

  private Optional<String> signIn(String password) {
    JsonObjectBuilder body =
        Json.createObjectBuilder().add("email", account.email()).add("password", password);
    account.code().ifPresent(code -> body.add("code", code));
    JsonOverHttp.Reply reply = http.post("/api/auth/token", "", body.build().toString());
    if (!reply.isSuccess()) {
      return Optional.empty();
    }
    String token = reply.json().asJsonObject().getString("token");
    store.write().accept(token);
    return Optional.of(token);
  }
}
