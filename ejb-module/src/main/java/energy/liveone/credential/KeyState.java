package energy.liveone.credential;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which keys the installation uses; key ids only.
 *
 * @param sealing what everything is sealed with from now on
 * @param nextOrNull ordered, and used as soon as all nodes have it
 * @param previousOrNull used before; what is still sealed with it is being sealed anew
 */
record KeyState(String sealing, @Nullable String nextOrNull, @Nullable String previousOrNull) {
  Optional<String> next() {
    return Optional.ofNullable(nextOrNull);
  }

  boolean isRotating() {
    return nextOrNull != null || previousOrNull != null;
  }
}
