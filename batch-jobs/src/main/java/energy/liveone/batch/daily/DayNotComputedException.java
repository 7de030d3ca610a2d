package energy.liveone.batch.daily;

/** One day could not be computed; it stays owed and the others go on. */
public class DayNotComputedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final OwedDay day;

  public DayNotComputedException(OwedDay day, RuntimeException cause) {
    super("System %d, day %s".formatted(day.system(), day.day()), cause);
    this.day = day;
  }

  /** The day. */
  public OwedDay day() {
    return day;
  }
}
