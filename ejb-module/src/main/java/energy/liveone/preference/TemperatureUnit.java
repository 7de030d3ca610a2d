package energy.liveone.preference;

/** How temperatures are written, which are measured and stored in °C. */
public enum TemperatureUnit implements Choice {
  CELSIUS("C"),
  FAHRENHEIT("F");

  private final String wireName;

  TemperatureUnit(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
