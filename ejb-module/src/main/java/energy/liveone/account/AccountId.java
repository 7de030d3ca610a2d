package energy.liveone.account;

/**
 * Identifies an account within this installation.
 *
 * @param value positive, assigned by the database
 */
public record AccountId(int value) {
  public AccountId {
    if (value <= 0) {
      throw new IllegalArgumentException("An account id is positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
