package energy.liveone.lease;

/**
 * Proof of a successful claim.
 *
 * @param task what is done by one node at a time, 1 to 64 characters
 * @param owner differs from claim to claim, so that a holder that was taken for dead cannot renew
 *     or release what is no longer its own
 */
public record Lease(String task, String owner) {
  public Lease {
    if (task.isBlank() || task.length() > 64) {
      throw new IllegalArgumentException("A task has 1 to 64 characters: " + task);
    }
  }
}
