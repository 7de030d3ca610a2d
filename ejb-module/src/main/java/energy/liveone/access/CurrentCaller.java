package energy.liveone.access;

import jakarta.enterprise.context.RequestScoped;

/** The caller of the current request; anonymous until the security mechanism says otherwise. */
@RequestScoped
public class CurrentCaller {
  private Caller caller = Caller.ANONYMOUS;
  private boolean changing;

  /** Who asks. */
  public Caller get() {
    return caller;
  }

  /** Called by the web security mechanism, and by nothing else. */
  public void become(Caller newCaller) {
    caller = newCaller;
  }

  /** Whether the request may change something, as its HTTP method says. */
  boolean isChanging() {
    return changing;
  }

  /** Called by the web security mechanism for every method but {@code GET} and its like. */
  public void mayChange() {
    changing = true;
  }
}
