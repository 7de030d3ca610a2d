package energy.liveone.preference;

/** How powers are written. */
public enum PowerUnit implements Choice {
  /** W below 1 kW, kW and MW above. */
  BY_SIZE("auto"),
  KILOWATT("kW");

  private final String wireName;

  PowerUnit(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
