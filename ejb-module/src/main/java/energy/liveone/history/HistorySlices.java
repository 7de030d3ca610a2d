package energy.liveone.history;

import energy.liveone.aggregate.LocalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Cuts a long time into pieces, so that its rows need not be in memory together. */
public final class HistorySlices {
  /** Values of one piece. */
  private static final int VALUES = 200_000;

  private static final int HOUR = 3_600;
  private static final int MOST_DAYS = 366;

  private HistorySlices() {}

  /**
   * Pieces that, read one after the other, give the rows that the whole would give: cut on the grid
   * of the resolution, days at midnight.
   *
   * @param zone of the system's days
   * @param points how many are read together
   */
  public static List<HistoryWindow> of(
      HistoryWindow whole, ZoneId zone, Resolution resolution, int points) {
    int rows = VALUES / Math.max(1, points);
    List<HistoryWindow> pieces = new ArrayList<>();
    Instant from = whole.from();
    while (from.isBefore(whole.to())) {
      Instant cut =
          resolution == Resolution.DAILY
              ? midnightAfter(from, zone, Math.max(1, Math.min(rows, MOST_DAYS)))
              : hourAfter(from, rows * (resolution == Resolution.RAW ? 30L : 300L));
      Instant to = cut.isBefore(whole.to()) ? cut : whole.to();
      pieces.add(HistoryWindow.between(from, to));
      from = to;
    }
    return pieces;
  }

  private static Instant midnightAfter(Instant from, ZoneId zone, int days) {
    LocalDate first = LocalDay.containing(from.getEpochSecond() + 1, zone).date();
    return Instant.ofEpochSecond(LocalDay.of(first.plusDays(days), zone).start());
  }

  private static Instant hourAfter(Instant from, long seconds) {
    long hours = Math.max(1, seconds / HOUR);
    long hour = Math.floorDiv(from.getEpochSecond(), (long) HOUR);
    return Instant.ofEpochSecond((hour + hours) * HOUR);
  }
}
