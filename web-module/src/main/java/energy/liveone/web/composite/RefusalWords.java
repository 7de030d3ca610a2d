package energy.liveone.web.composite;

import energy.liveone.composite.CompositeRefused;
import energy.liveone.web.words.Words;

/**
 * Why something could not be done with a composite, at the field that is wrong.
 *
 * @param field as the service names it; empty when nothing is wrong
 */
record RefusalWords(String field, String text) {
  static final RefusalWords NONE = new RefusalWords("", "");

  static RefusalWords of(CompositeRefused refused, Words words) {
    String field = refused.field().replaceAll("\\[.*", "");
    return switch (refused.fault()) {
      case SLUG_TAKEN -> new RefusalWords("slug", words.text("composite.bad.slugTaken"));
      case ROLE_UNSUITED, FOREIGN_POINT ->
          new RefusalWords("role", words.text("composite.bad.role"));
      case NESTED, CYCLE -> new RefusalWords("systemIds", words.text("composite.bad.systemIds"));
      case INVALID ->
          switch (field) {
            case "name", "description", "gridCo2GramsPerKwh", "batteryKwh" ->
                new RefusalWords(field, words.text("composite.bad." + field));
            default -> new RefusalWords("systemIds", words.text("composite.bad.systemIds"));
          };
    };
  }

  static RefusalWords at(String field, Words words) {
    return new RefusalWords(field, words.text("composite.bad." + field));
  }

  /** The text where it belongs to this field, else nothing. */
  String of(String wanted) {
    return field.equals(wanted) ? text : "";
  }
}
