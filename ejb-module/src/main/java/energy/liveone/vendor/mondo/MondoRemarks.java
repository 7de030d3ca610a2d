package energy.liveone.vendor.mondo;

import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.mondo.MondoPayload.Row;
import energy.liveone.vendor.mondo.MondoPayload.Widget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know of a poll that went well: a type of circuit that nobody knew, once, and
 * a battery whose sign looks wrong, as long as it does. Goes into the poll's memory and its
 * session.
 */
final class MondoRemarks {
  static final String SIGN_VOTES = "batterySignVotes";
  static final String NEW_TYPE = "newType:";

  private static final Logger LOG = Logger.getLogger(MondoRemarks.class.getName());
  private static final int ENOUGH_VOTES = 5;
  private static final int MOST_VOTES = 10;
  private static final int MOST_TYPES = 20;
  private static final int MAX_TYPE = 40;

  /** Less power than this may have turned round in the minutes between widget and circuits. */
  private static final double CLEAR_W = 300;

  private static final double W_PER_KW = 1_000;

  private final PollMemory memory;
  private final Instant now;
  private final List<String> remarks = new ArrayList<>();

  MondoRemarks(PollMemory memory, Instant now) {
    this.memory = memory;
    this.now = now;
  }

  /** Notes types that nobody knows, each once. */
  void onTypes(List<Row> rows) {
    rows.stream()
        .map(Row::loadType)
        .filter(type -> LoadType.known(type).isEmpty())
        .map(MondoRemarks::plain)
        .distinct()
        .limit(MOST_TYPES)
        .filter(type -> memory.text(NEW_TYPE + type).isEmpty())
        .forEach(this::onNewType);
  }

  private void onNewType(String type) {
    memory.note(NEW_TYPE + type, now);
    LOG.info(() -> "Mondo has a new type of circuit, taken for a load: " + type);
    remarks.add("A new type of circuit was taken for a load: " + type);
  }

  private static String plain(String type) {
    String plain = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return plain.length() <= MAX_TYPE ? plain : plain.substring(0, MAX_TYPE);
  }

  /**
   * Weighs the battery's sign. What solar and grid leave of the demand must come from the battery;
   * all three are of one moment, and the widget's own battery sign plays no part. That moment is
   * minutes before the circuits', so a single poll says little and several say enough.
   *
   * @param batteryW sum of the battery's circuits, as stored
   */
  void onBattery(OptionalDouble batteryW, @Nullable Widget widget) {
    if (batteryW.isPresent()
        && widget != null
        && widget.demandKw().isPresent()
        && widget.suppliedKw().isPresent()) {
      double expected =
          (widget.demandKw().getAsDouble() - widget.suppliedKw().getAsDouble()) * W_PER_KW;
      if (Math.abs(expected) >= CLEAR_W && Math.abs(batteryW.getAsDouble()) >= CLEAR_W) {
        vote(Math.signum(expected) == Math.signum(batteryW.getAsDouble()));
      }
    }
    if (votes() <= -ENOUGH_VOTES) {
      remarks.add(
          "The battery's sign looks wrong: it contradicts the demand."
              + " The option invertBattery turns it round");
    }
  }

  private void vote(boolean right) {
    int votes = Math.max(-MOST_VOTES, Math.min(MOST_VOTES, votes() + (right ? 1 : -1)));
    memory.note(SIGN_VOTES, Integer.toString(votes));
  }

  private int votes() {
    return memory
        .text(SIGN_VOTES)
        .filter(text -> text.matches("-?[0-9]{1,3}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** All remarks as lines; empty without any. */
  Optional<String> text() {
    return remarks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            remarks.stream().map(one -> "LiveOne: " + one).collect(Collectors.joining("\n")));
  }
}
