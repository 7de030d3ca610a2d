package energy.liveone.web.live;

import energy.liveone.web.number.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has powers that change while somebody looks on: a system, or several as one home. */
public interface LivePanel {
  /** What people call it. */
  String name();

  /** Address of its page. */
  String path();

  /** Its days and times. */
  SiteClock clock();

  /** The flows of this moment. */
  FlowNow flow();

  /** By role that it measures: the key of its power for scripts. */
  Map<Role, String> powerKeys();

  /** By flow that it measures: the key of its energy for scripts. */
  Map<EnergyFlow, String> energyKeys();

  /** Key of the state of charge for scripts; empty without one. */
  Optional<String> socKey();

  /** By price that it knows: its key for scripts. */
  Map<Price, String> priceKeys();

  /**
   * Whether charts of its powers are made of the energies that its vendor tells of intervals as
   * well: they go back to before it was first polled.
   */
  default boolean isDrawnFromEnergies() {
    return false;
  }

  /** The lamp: {@code green}, {@code yellow}, {@code red}, or {@code none} when nothing is due. */
  String health();

  /** The lamp in words. */
  String healthWords();

  /** Epoch seconds until when it is asleep; 0 while it is not. */
  long asleepUntil();

  /** Whether the lamp's words grow with time. */
  boolean lampMoves();

  /** The sentence above the live numbers. */
  default String sentence() {
    return flow().sentence(clock().texts());
  }

  /** Whether it measures power; a tariff, for one, does not. */
  default boolean hasPowers() {
    return !powerKeys().isEmpty();
  }

  /** Whether there is something to draw over time. */
  default boolean hasChart() {
    return hasPowers() || !energyKeys().isEmpty() || !priceKeys().isEmpty();
  }

  /** Whether there is a battery level. */
  default boolean hasSoc() {
    return socKey().isPresent();
  }

  /** The key of its battery level; empty for none. */
  default String socName() {
    return socKey().orElse("");
  }

  /** Battery level in %, 0 when unknown; the width of its bar. */
  default double soc() {
    Double known = flow().socOrNull();
    return known == null ? 0 : known;
  }

  /** Battery level as text; missing when unknown. */
  default Quantity level() {
    return clock().texts().quantities().of(flow().socOrNull(), "%");
  }

  /** The big numbers: sizes without signs, the words say the way. */
  default List<RoleTile> bigNumbers() {
    FlowNow flow = flow();
    return Arrays.stream(Role.values())
        .filter(powerKeys()::containsKey)
        .map(role -> tile(role, flow, flow.power(role).map(Math::abs)))
        .toList();
  }

  /** The small numbers of a card: with signs, as there are no words. */
  default List<RoleTile> cardNumbers() {
    FlowNow flow = flow();
    return Arrays.stream(Role.values())
        .filter(powerKeys()::containsKey)
        .map(role -> tile(role, flow, flow.power(role)))
        .toList();
  }

  private RoleTile tile(Role role, FlowNow flow, Optional<Double> value) {
    String key = powerKeys().getOrDefault(role, "");
    return RoleTile.of(role, value, flow, key, clock().texts());
  }
}
