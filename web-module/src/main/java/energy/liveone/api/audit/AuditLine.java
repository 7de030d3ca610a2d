package energy.liveone.api.audit;

import energy.liveone.audit.AuditEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.annotation.JsonbNillable;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param at ISO-8601
 * @param occurrences how many acts it stands for
 * @param before facts of what was there
 * @param after facts of what is there now, or of what happened
 */
@JsonbNillable
public record AuditLine(
    long id,
    String at,
    Actor actor,
    @Nullable String address,
    String act,
    Subject subject,
    int occurrences,
    @Nullable JsonObject before,
    @Nullable JsonObject after) {
  /**
   * Who acted.
   *
   * @param accountId null where there is none, or it was deleted
   * @param email as it was then
   * @param name of a token, link or service; or what stands for somebody who deleted the account
   */
  @JsonbNillable
  public record Actor(
      String kind, @Nullable Integer accountId, @Nullable String email, @Nullable String name) {}

  /** What it was done to. */
  @JsonbNillable
  public record Subject(String type, @Nullable String id) {}

  /** As the API shows it. */
  public static AuditLine of(AuditEntry entry) {
    return new AuditLine(
        entry.id(),
        entry.at().toString(),
        new Actor(entry.actorKind(), entry.actorAccount(), entry.actorEmail(), entry.actorName()),
        entry.address(),
        entry.act(),
        new Subject(entry.subjectType(), entry.subjectId()),
        entry.occurrences(),
        facts(entry.before()),
        facts(entry.after()));
  }

  private static @Nullable JsonObject facts(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
