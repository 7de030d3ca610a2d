package energy.liveone.simulator.vendor;

/**
 * A request to the control API cannot be carried out as it is. The message says what is wrong with
 * it, for a person.
 */
public final class ControlRefusal extends RuntimeException {

  private final int status;
  private final String code;

  private ControlRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The request says something impossible. */
  public static ControlRefusal badRequest(String message) {
    return new ControlRefusal(400, "BAD_REQUEST", message);
  }

  /** There is no such thing. */
  public static ControlRefusal notFound(String message) {
    return new ControlRefusal(404, "NOT_FOUND", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
