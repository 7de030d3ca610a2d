package energy.liveone.web.live;

import energy.liveone.web.number.Quantity;
import energy.liveone.web.words.Texts;
import java.util.Optional;

/** One power with its words; {@code key} is that of its value for scripts. */
public record RoleTile(Role role, String label, Quantity quantity, String words, String key) {
  static RoleTile of(Role role, Optional<Double> value, FlowNow flow, String key, Texts texts) {
    return new RoleTile(
        role,
        texts.shared("role." + role.wireName()),
        texts.quantities().of(value.orElse(null), "W"),
        flow.doing(role, texts),
        key);
  }
}
