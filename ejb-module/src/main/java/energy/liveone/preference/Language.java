package energy.liveone.preference;

/** The language of the pages. */
public enum Language implements Choice {
  /** The first one that the browser asks for. */
  AUTOMATIC("auto"),
  ENGLISH("en"),
  GERMAN("de");

  private final String wireName;

  Language(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
