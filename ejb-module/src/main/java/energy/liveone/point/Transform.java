package energy.liveone.point;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A step between what a vendor said and what is stored. Adapters describe by it what they did; a
 * user sets it for what is still to be done. Its text is JSON, {@code {"op":"scale","by":0.001}},
 * or a list of such objects as a chain. All are immutable and pure.
 */
public sealed interface Transform {
  /** Multiplies by a finite number other than zero. */
  record Scale(double by) implements Transform {
    public Scale {
      if (!Double.isFinite(by) || by == 0) {
        throw new IllegalArgumentException("by must be a finite number other than 0");
      }
    }

    @Override
    public OptionalDouble apply(double value) {
      return OptionalDouble.of(value * by);
    }
  }

  /** Turns the sign round. */
  record Negate() implements Transform {
    @Override
    public OptionalDouble apply(double value) {
      // Subtracting from zero, as a negated zero would be stored as -0.
      return OptionalDouble.of(0 - value);
    }
  }

  /** Drops the sign. */
  record Abs() implements Transform {
    @Override
    public OptionalDouble apply(double value) {
      return OptionalDouble.of(Math.abs(value));
    }
  }

  /** Raises what is lower to a floor. */
  record ClampMin(double value) implements Transform {
    public ClampMin {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value must be a finite number");
      }
    }

    @Override
    public OptionalDouble apply(double reading) {
      return OptionalDouble.of(Math.max(value, reading));
    }
  }

  /** Takes a value for none. */
  record NullIf(double equals) implements Transform {
    public NullIf {
      if (!Double.isFinite(equals)) {
        throw new IllegalArgumentException("equals must be a finite number");
      }
    }

    @Override
    public OptionalDouble apply(double value) {
      return value == equals ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  /** Several fields of the vendor were added. Describes only. */
  record Sum(List<String> of) implements Descriptive {
    private static final int MAX_FIELDS = 50;

    public Sum {
      of = List.copyOf(of);
      if (of.isEmpty() || of.size() > MAX_FIELDS || of.stream().anyMatch(Transform::isNoName)) {
        throw new IllegalArgumentException("of must be a list of 1 to 50 names of fields");
      }
    }
  }

  /** A lifetime counter. Describes only. */
  record Counter() implements Descriptive {}

  /**
   * An amount of an interval. Describes only.
   *
   * @param minutes length of the interval, 0 for the time since the value before
   */
  record Interval(int minutes) implements Descriptive {
    private static final int MAX_MINUTES = 1440;

    public Interval {
      if (minutes < 0 || minutes > MAX_MINUTES) {
        throw new IllegalArgumentException("minutes must be a whole number from 1 to 1440");
      }
    }
  }

  /** A magnitude whose sign follows from a direction. Describes only. */
  record Direction(String negativeWhenTo) implements Descriptive {
    public Direction {
      if (isNoName(negativeWhenTo)) {
        throw new IllegalArgumentException("negativeWhenTo must be a name");
      }
    }
  }

  /** One step after the other; none at all changes nothing. */
  record Chain(List<Transform> steps) implements Transform {
    private static final int MAX_STEPS = 10;

    public Chain {
      steps = List.copyOf(steps);
      if (steps.size() > MAX_STEPS) {
        throw new IllegalArgumentException("at most 10 steps");
      }
    }

    @Override
    public OptionalDouble apply(double value) {
      OptionalDouble current = OptionalDouble.of(value);
      for (Transform step : steps) {
        if (current.isEmpty()) {
          return current;
        }
        current = step.apply(current.getAsDouble());
      }
      return current;
    }

    @Override
    public boolean isApplicable() {
      return steps.stream().allMatch(Transform::isApplicable);
    }
  }

  /** Says what an adapter did with several fields or with time; a single value passes unchanged. */
  sealed interface Descriptive extends Transform {
    @Override
    default OptionalDouble apply(double value) {
      return OptionalDouble.of(value);
    }

    @Override
    default boolean isApplicable() {
      return false;
    }
  }

  /** The value after this step; empty when there is none any more. */
  OptionalDouble apply(double value);

  /** Whether it can be done to a single value, so that a user may ask for it. */
  default boolean isApplicable() {
    return true;
  }

  /** Its JSON text, without blanks. */
  default String json() {
    return TransformJson.print(this).toString();
  }

  /**
   * Reads a JSON text.
   *
   * @throws TransformFault when it is no transform; says which member is wrong
   */
  static Transform parse(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return of(reader.readValue());
    } catch (jakarta.json.JsonException | IllegalStateException e) {
      throw new TransformFault("", "is not JSON");
    }
  }

  /**
   * Reads a JSON value.
   *
   * @throws TransformFault when it is no transform; says which member is wrong
   */
  static Transform of(JsonValue json) {
    return TransformJson.read(json);
  }

  private static boolean isNoName(String text) {
    return !Names.SHAPE.matcher(text).matches();
  }

  /** Names of vendors' fields. */
  final class Names {
    private static final Pattern SHAPE = Pattern.compile("[\\p{Graph}&&[^\"\\\\]]{1,64}");

    private Names() {}
  }
}
