package energy.liveone.web.audit;

import energy.liveone.audit.AuditEntry;
import energy.liveone.web.words.Texts;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the words of a page.
 *
 * @param at ISO-8601; a script shows it in the zone of the reader
 * @param time the same in UTC, for readers without scripts
 */
public record AuditRow(
    String at,
    String time,
    String actor,
    String address,
    String act,
    String subject,
    List<Change> changes) {
  private static final String NOTHING = "–";

  /** One fact before and after; a dash where there was none. */
  public record Change(String fact, String before, String after) {}

  static AuditRow of(AuditEntry entry, Texts texts) {
    String act = texts.text("audit.act." + entry.act());
    return new AuditRow(
        entry.at().toString(),
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(entry.at())
            + " UTC",
        actor(entry, texts),
        entry.address() == null ? NOTHING : entry.address(),
        entry.occurrences() == 1 ? act : texts.text("audit.times", act, entry.occurrences()),
        subject(entry, texts),
        changes(facts(entry.before()), facts(entry.after())));
  }

  private static String actor(AuditEntry entry, Texts texts) {
    String kind = texts.text("audit.actor." + entry.actorKind());
    List<String> names =
        Stream.of(entry.actorEmail(), entry.actorName()).filter(Objects::nonNull).toList();
    if (names.isEmpty()) {
      return kind;
    }
    return entry.actorKind().equals("user")
        ? String.join(", ", names)
        : kind + " (" + String.join(", ", names) + ")";
  }

  private static String subject(AuditEntry entry, Texts texts) {
    String key = "audit.subject." + entry.subjectType();
    String type = texts.bundle().containsKey(key) ? texts.text(key) : entry.subjectType();
    return entry.subjectId() == null ? type : type + " " + entry.subjectId();
  }

  private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
    TreeMap<String, String> names = new TreeMap<>(before);
    names.putAll(after);
    List<Change> changes = new ArrayList<>();
    for (String name : names.keySet()) {
      changes.add(
          new Change(name, before.getOrDefault(name, NOTHING), after.getOrDefault(name, NOTHING)));
    }
    return changes;
  }

  private static Map<String, String> facts(@Nullable String json) {
    Map<String, String> facts = new TreeMap<>();
    if (json != null) {
      try (JsonReader reader = Json.createReader(new StringReader(json))) {
        reader.readObject().forEach((name, value) -> facts.put(name, text(value)));
      }
    }
    return facts;
  }

  private static String text(JsonValue value) {
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    return text.isEmpty() || value.getValueType() == JsonValue.ValueType.NULL ? NOTHING : text;
  }
}
