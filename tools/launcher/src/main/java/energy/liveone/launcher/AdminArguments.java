package energy.liveone.launcher;

import energy.liveone.launcher.admin.AdminCommand;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the words after {@code liveone admin}. */
final class AdminArguments {
  private AdminArguments() {}

  /**
   * @throws StartRefusedException with {@code BadUsage}
   */
  static AdminCommand parse(Arguments arguments) {
    String command = arguments.word().orElse("");
    AdminCommand parsed =
        switch (command) {
          case "user" -> user(arguments);
          case "verify" -> new AdminCommand.Verify(scope(arguments));
          case "reaggregate" -> new AdminCommand.Reaggregate(scope(arguments));
          case "backfill" -> backFill(arguments);
          case "rotate-key" -> new AdminCommand.RotateKey();
          case "timezones" -> new AdminCommand.TimeZones(arguments.word().orElse(""));
          default ->
              throw Arguments.wrong(
                  "Unknown admin command " + command + ": see ./liveone admin help.");
        };
    arguments.refuseRest();
    return parsed;
  }

  private static AdminCommand user(Arguments arguments) {
    String action = arguments.word().orElse("");
    boolean admin = arguments.flag("--admin");
    String email =
        arguments
            .word()
            .orElseThrow(() -> Arguments.wrong("./liveone admin user add|passwd EMAIL"));
    return switch (action) {
      case "add" -> new AdminCommand.AddUser(email, admin);
      case "passwd" -> new AdminCommand.ChangePassword(email);
      default ->
          throw Arguments.wrong(
              "Unknown action " + action + ": ./liveone admin user add|passwd EMAIL");
    };
  }

  private static AdminCommand backFill(Arguments arguments) {
    AdminCommand.Scope scope = scope(arguments);
    if (scope.systemId() == null || scope.firstDay() == null || scope.lastDay() == null) {
      throw Arguments.wrong("./liveone admin backfill --system ID --from DAY --to DAY");
    }
    return new AdminCommand.BackFill(scope.systemId(), scope.firstDay(), scope.lastDay());
  }

  private static AdminCommand.Scope scope(Arguments arguments) {
    Optional<String> system = arguments.value("--system");
    Optional<LocalDate> from = day(arguments, "--from");
    Optional<LocalDate> to = day(arguments, "--to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Arguments.wrong("--to must not lie before --from.");
    }
    return new AdminCommand.Scope(
        system.map(text -> Arguments.number("--system", text, 1, Integer.MAX_VALUE)).orElse(null),
        from.orElse(null),
        to.orElse(null));
  }

  private static Optional<LocalDate> day(Arguments arguments, String name) {
    return arguments
        .value(name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw Arguments.wrong(
                    name + " must be a day such as 2026-11-23, not " + text + ".");
              }
            });
  }
}
