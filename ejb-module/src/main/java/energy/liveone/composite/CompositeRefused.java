package energy.liveone.composite;

/** Something that cannot be done with a composite, in words for its owner. */
public class CompositeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CompositeFault fault;
  private final String field;

  /** Why, and which field of the request says so. */
  public CompositeRefused(CompositeFault fault, String field, String message) {
    super(message);
    this.fault = fault;
    this.field = field;
  }

  /** Why. */
  public CompositeFault fault() {
    return fault;
  }

  /** The field that is wrong. */
  public String field() {
    return field;
  }
}
