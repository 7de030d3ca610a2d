package energy.liveone.gap;

import energy.liveone.system.SystemId;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order to fetch the past, and how far it has come.
 *
 * @param id of the order
 * @param days what is wanted
 * @param daysDone of them, from the first on
 * @param rows values stored
 * @param failures in a row
 * @param wordsOrNull why it waits or failed
 * @param executionOrNull newest execution in the batch job repository
 * @param waitsUntilOrNull when a waiting one goes on
 */
public record BackfillProgress(
    int id,
    SystemId system,
    DayRange days,
    State state,
    int daysDone,
    long rows,
    int failures,
    @Nullable String wordsOrNull,
    @Nullable Long executionOrNull,
    @Nullable Instant waitsUntilOrNull,
    Instant requestedAt,
    @Nullable Instant endedAtOrNull) {

  /** What it is at. */
  public enum State {
    /** Days are being fetched. */
    RUNNING,
    /** It goes on by itself, when the quota or the vendor has recovered. */
    WAITING,
    /** All days were asked for. */
    DONE,
    /** An administrator stopped it. */
    STOPPED,
    /** Only a person can help. */
    FAILED;

    /** The name in the database and in API shapes. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this wire name. */
    public static State ofWireName(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Whether it is not over. */
    public boolean isActive() {
      return this == RUNNING || this == WAITING;
    }
  }

  /** What is noted of a failure of the vendor: its code first, for {@link #failureCode}. */
  public static String wordsOf(Failure failure) {
    return failure.code() + ": " + failure.detail();
  }

  /** Why the vendor could not be asked; nothing when it could, or when the fault was ours. */
  public Optional<FailureCode> failureCode() {
    return Arrays.stream(FailureCode.values())
        .filter(code -> wordsOrNull != null && wordsOrNull.startsWith(code + ": "))
        .findFirst();
  }

  /** Days wanted. */
  public int daysTotal() {
    return days.days();
  }
}
