package energy.liveone.oidc;

/** A provider did not answer, or not in a way that can be used; says why, without its secrets. */
final class ProviderUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderUnreachable(String message) {
    super(message);
  }
}
