package energy.liveone.launcher.admin;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One operation, as it was asked for. */
public sealed interface AdminCommand {

  record AddUser(String email, boolean admin) implements AdminCommand {}

  record ChangePassword(String email) implements AdminCommand {}

  record Verify(Scope scope) implements AdminCommand {}

  record Reaggregate(Scope scope) implements AdminCommand {}

  /**
   * @param firstDay local day of the system
   * @param lastDay the last day that is included
   */
  record BackFill(int systemId, LocalDate firstDay, LocalDate lastDay) implements AdminCommand {}

  record RotateKey() implements AdminCommand {}

  /**
   * @param text part of the names, may be empty
   */
  record TimeZones(String text) implements AdminCommand {}

  /**
   * Which rows are meant.
   *
   * @param systemId null for all systems
   * @param firstDay local day of the system, of UTC for all systems; null for the last 24 hours
   * @param lastDay the last day that is included
   */
  record Scope(
      @Nullable Integer systemId, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
    Optional<Integer> system() {
      return Optional.ofNullable(systemId);
    }

    Optional<LocalDate> from() {
      return Optional.ofNullable(firstDay);
    }

    Optional<LocalDate> to() {
      return Optional.ofNullable(lastDay);
    }
  }
}
