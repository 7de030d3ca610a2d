package energy.liveone.launcher;

import energy.liveone.launcher.admin.AdminCalls;
import energy.liveone.launcher.admin.AdminCommand;
import energy.liveone.launcher.admin.BackFillCall;
import energy.liveone.launcher.admin.RotateKeyCall;
import energy.liveone.launcher.admin.TimeZoneList;
import energy.liveone.launcher.client.AdminSession;
import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code liveone admin}: finds the running server of a data directory, signs in, and carries out
 * one command.
 */
final class AdminProgram {
  private static final int DIFFERENCES_FOUND = 20;

  private final Path data;
  private final Map<String, String> environment;
  private final Console console;

  AdminProgram(Path data, Map<String, String> environment, Console console) {
    this.data = data;
    this.environment = environment;
    this.console = console;
  }

  /**
   * @return the exit code
   */
  int run(AdminCommand command) {
    if (command instanceof AdminCommand.TimeZones zones) {
      new TimeZoneList(Clock.systemUTC()).lines(zones.text()).forEach(console::say);
      return 0;
    }
    try {
      return onServer(command);
    } catch (CallFailedException e) {
      throw refusal(e.getMessage() + ".");
    }
  }

  private int onServer(AdminCommand command) {
    URI server =
        ServerAddress.read(data)
            .orElseThrow(
                () ->
                    refusal(
                        "No server has run with "
                            + data
                            + ": start it with ./liveone up, or give --data."));
    JsonOverHttp http = new JsonOverHttp(server);
    String token = token(http);
    AdminCalls calls = new AdminCalls(http, token, console::say);
    if (command instanceof AdminCommand.AddUser add) {
      withPassword(password -> calls.addUser(add, password));
    } else if (command instanceof AdminCommand.ChangePassword change) {
      withPassword(password -> calls.changePassword(change, password));
    } else if (command instanceof AdminCommand.Reaggregate remake) {
      calls.reaggregate(remake.scope());
    } else if (command instanceof AdminCommand.BackFill backFill) {
      new BackFillCall(http, token, console::say).run(backFill);
    } else if (command instanceof AdminCommand.RotateKey) {
      new RotateKeyCall(http, token, console::say).run();
    } else if (command instanceof AdminCommand.Verify verify) {
      return calls.verify(verify.scope()) ? 0 : DIFFERENCES_FOUND;
    }
    return 0;
  }

  private String token(JsonOverHttp http) {
    Secrets secrets = new Secrets(data.resolve("secrets"));
    FirstAdmin admin = FirstAdmin.of(environment, secrets);
    Optional<String> password = admin.madeUp() ? Optional.empty() : admin.password();
    Optional<String> code =
        Optional.ofNullable(environment.get("LIVEONE_ADMIN_CODE")).filter(text -> !text.isBlank());
    return new AdminSession(
            http, new AdminSession.Account(admin.email(), password, code), secrets.adminToken())
        .token()
        .orElseThrow(
            () ->
                refusal(
                    "Not signed in: set LIVEONE_ADMIN_EMAIL and LIVEONE_ADMIN_PASSWORD of an administrator, and LIVEONE_ADMIN_CODE if the account has a second factor."));
  }

  /** From the environment, unseen by others, or made up and told once it is set. */
  private void withPassword(Consumer<String> action) {
    Optional<String> given =
        Optional.ofNullable(environment.get("LIVEONE_NEW_PASSWORD"))
            .filter(text -> !text.isEmpty());
    String password = given.orElseGet(() -> Secrets.newPassword(16));
    action.accept(password);
    if (given.isEmpty()) {
      console.say("Password: " + password + " (made up now and shown only this once)");
    }
  }

  private static StartRefusedException refusal(String sentence) {
    return new StartRefusedException(new StartProblem.AdminFailed(sentence));
  }
}
