package energy.liveone.vendor.amber;

import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A body of Amber's, which is always a list. */
sealed interface AmberPayload {

  /** Objects of a list; those of which nothing is known are the caller's to leave out. */
  record Listed(List<JsonFields> objects) implements AmberPayload {
    public Listed {
      objects = List.copyOf(objects);
    }

    /** The intervals among them that can be understood. */
    List<AmberRecord> records(Instant now) {
      return objects.stream().flatMap(one -> AmberRecord.of(one, now).stream()).toList();
    }
  }

  /** Something else; {@code reason} is plain words without any of the text. */
  record Unusable(String reason) implements AmberPayload {}

  /** Reads a body. */
  static AmberPayload of(String body) {
    return JsonParse.ofArray(body, "list")
        .fold(
            read -> {
              List<JsonFields> objects = read.fields().objects("list");
              return objects.isEmpty() && read.fields().size("list") > 0
                  ? new Unusable("The list holds no objects")
                  : new Listed(objects);
            },
            malformed -> new Unusable(malformed.reason()));
  }

  default <R> R fold(Function<Listed, R> listed, Function<Unusable, R> unusable) {
    if (this instanceof Listed l) {
      return listed.apply(l);
    }
    return unusable.apply((Unusable) this);
  }
}
