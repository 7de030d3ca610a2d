package energy.liveone.web.system;

import energy.liveone.gap.GapState;
import energy.liveone.gap.ListedGap;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest times without data in words; points that lack the same time share a row. */
final class GapRows {
  private static final int SHOWN = 8;

  private GapRows() {}

  /**
   * One line.
   *
   * @param points their labels, or how many
   * @param styleClass {@code ok} when there is a value for the time, {@code bad} when there will be
   *     none
   */
  public record Row(String from, String to, String points, String state, String styleClass) {}

  private record Key(String from, String to, GapState state, String words) {}

  static List<Row> of(List<ListedGap> gaps, SiteClock clock) {
    Texts texts = clock.texts();
    Map<Key, List<ListedGap>> alike = new LinkedHashMap<>();
    for (ListedGap gap : gaps) {
      Key key =
          new Key(
              clock.moment(gap.from()),
              gap.to().map(clock::moment).orElseGet(() -> texts.text("system.gaps.now")),
              gap.state(),
              texts.text("system.gaps.reason." + gap.reason().name()));
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(gap);
    }
    return alike.entrySet().stream()
        .limit(SHOWN)
        .map(one -> row(one.getKey(), one.getValue(), texts))
        .toList();
  }

  private static Row row(Key key, List<ListedGap> gaps, Texts texts) {
    String state = texts.text("system.gaps.state." + key.state().wireName());
    return new Row(
        key.from(),
        key.to(),
        points(gaps, texts),
        texts.text("system.gaps.what", state, key.words()),
        styleClass(key.state()));
  }

  private static String points(List<ListedGap> gaps, Texts texts) {
    @Nullable String label = gaps.get(0).labelOrNull();
    if (label == null) {
      return texts.text("system.gaps.all");
    }
    return gaps.size() == 1 ? label : texts.text("system.gaps.points", gaps.size());
  }

  private static String styleClass(GapState state) {
    return switch (state) {
      case FILLED, ESTIMATED -> "ok";
      case PERMANENT -> "bad";
      case OPEN, FILLING -> "";
    };
  }
}
