package energy.liveone.preference;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the few things that a preference may be. */
public interface Choice {
  /** Its name in the API, in forms, in cookies and in the database. */
  String wireName();

  /** The choice of this name. */
  static <C extends Enum<C> & Choice> Optional<C> named(Class<C> kind, @Nullable String name) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(choice -> choice.wireName().equals(name))
        .findFirst();
  }

  /** The names of all choices. */
  static <C extends Enum<C> & Choice> Set<String> names(Class<C> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(Choice::wireName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
