package energy.liveone.setup;

import energy.liveone.system.SystemId;
import java.util.List;
import java.util.function.Function;

/** What came of adding systems from a connected account. */
public sealed interface GrantedRegistration {

  /** All of them are stored and will be collected. */
  record Added(List<SystemId> systems) implements GrantedRegistration {
    public Added {
      systems = List.copyOf(systems);
    }
  }

  /**
   * Not all of them are stored.
   *
   * @param why never {@link Registration.Registered}
   */
  record NotAdded(Registration why) implements GrantedRegistration {}

  /** Decides by case. */
  default <R> R fold(Function<Added, R> added, Function<NotAdded, R> notAdded) {
    if (this instanceof Added a) {
      return added.apply(a);
    }
    return notAdded.apply((NotAdded) this);
  }
}
