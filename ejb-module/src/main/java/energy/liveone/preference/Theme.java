package energy.liveone.preference;

/** Light or dark pages. */
public enum Theme implements Choice {
  /** As the device is set. */
  DEVICE("auto"),
  LIGHT("light"),
  DARK("dark");

  private final String wireName;

  Theme(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
