package energy.liveone.api.json;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.system.SystemId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The query of a URL. Accessors answer empty for parameters that are absent or blank, and throw an
 * {@link ApiProblem} that names the parameter when it cannot be used.
 */
public final class QueryParameters {
  private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,10}");
  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern LONG = Pattern.compile("[0-9]{1,18}");
  private static final int MAX_LIST = 100;

  private final MultivaluedMap<String, String> values;

  /** The decoded query. */
  public QueryParameters(MultivaluedMap<String, String> values) {
    this.values = values;
  }

  /** A text; given twice it is an error, because only one of them could be meant. */
  public Optional<String> text(String name) {
    List<String> all = values.get(name);
    if (all == null) {
      return Optional.empty();
    }
    if (all.size() > 1) {
      throw ApiProblem.invalid(name, name + " is given more than once");
    }
    return Optional.of(all.get(0).strip()).filter(value -> !value.isEmpty());
  }

  /** A comma-separated list without empty elements; empty when absent. */
  public List<String> list(String name) {
    List<String> elements =
        text(name).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .filter(element -> !element.isEmpty())
            .distinct()
            .toList();
    if (elements.size() > MAX_LIST) {
      throw ApiProblem.invalid(name, name + " has more than " + MAX_LIST + " elements");
    }
    return elements;
  }

  /** A yes or a no. */
  public Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            value ->
                switch (value) {
                  case "true", "1" -> true;
                  case "false", "0" -> false;
                  default -> throw ApiProblem.invalid(name, name + " must be true or false");
                });
  }

  /** A whole number from one to another. */
  public Optional<Integer> integer(String name, int from, int to) {
    return text(name)
        .map(
            value -> {
              if (INTEGER.matcher(value).matches()) {
                int number = Integer.parseInt(value);
                if (number >= from && number <= to) {
                  return number;
                }
              }
              throw ApiProblem.invalid(
                  name, "%s must be a whole number from %d to %d".formatted(name, from, to));
            });
  }

  /** A positive whole number of up to 18 digits, such as the id of a row. */
  public Optional<Long> number(String name) {
    return text(name)
        .map(
            value -> {
              if (!LONG.matcher(value).matches()) {
                throw ApiProblem.invalid(name, name + " must be a whole number");
              }
              return Long.valueOf(value);
            });
  }

  /** The id of a system; one that cannot exist is not found. */
  public Optional<SystemId> system(String name) {
    return text(name).map(QueryParameters::existingSystem);
  }

  /** The system of this id, or the problem that there is none. */
  static SystemId existingSystem(String text) {
    return SystemId.parse(text).orElseThrow(() -> ApiProblem.notFound("There is no such system"));
  }

  /** A time: epoch seconds, or ISO-8601 with offset. */
  public Optional<Instant> time(String name) {
    return text(name)
        .map(
            value -> {
              try {
                if (EPOCH_SECONDS.matcher(value).matches()) {
                  return Instant.ofEpochSecond(Long.parseLong(value));
                }
                // A plus sign that was not escaped arrives as a blank.
                return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
              } catch (DateTimeException e) {
                throw ApiProblem.invalid(
                    name, name + " must be epoch seconds or ISO-8601 with offset");
              }
            });
  }
}
