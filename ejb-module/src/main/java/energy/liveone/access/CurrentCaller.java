package energy.liveone.access;

import jakarta.enterprise.context.RequestScoped;

/** The caller of the current request; anonymous until the security mechanism says otherwise. */
@RequestScoped
public class CurrentCaller {
  private Caller caller = Caller.ANONYMOUS;

  /** Who asks. */
  public Caller get() {
    return caller;
  }

  /** Called by the web security mechanism, and by nothing else. */
  public void become(Caller newCaller) {
    caller = newCaller;
  }
}
