package energy.liveone.setup;

/** Another system of the same owner has this alias. */
public class AliasTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AliasTaken() {
    super("Another system of this owner has this alias");
  }
}
