package energy.liveone.point;

import energy.liveone.point.Transform.Abs;
import energy.liveone.point.Transform.Chain;
import energy.liveone.point.Transform.ClampMin;
import energy.liveone.point.Transform.Counter;
import energy.liveone.point.Transform.Direction;
import energy.liveone.point.Transform.Interval;
import energy.liveone.point.Transform.Negate;
import energy.liveone.point.Transform.NullIf;
import energy.liveone.point.Transform.Scale;
import energy.liveone.point.Transform.Sum;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON of transforms. A member that the operation does not have is an error. */
final class TransformJson {
  private TransformJson() {}

  static Transform read(JsonValue json) {
    if (json instanceof JsonArray list) {
      List<Transform> steps = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        steps.add(step(list.get(i), "[" + i + "]"));
      }
      return made("", () -> new Chain(steps));
    }
    return step(json, "");
  }

  private static Transform step(JsonValue json, String path) {
    if (!(json instanceof JsonObject object)) {
      throw new TransformFault(path, "must be an object with an op, or a list of such objects");
    }
    String op = text(object, "op", path);
    return switch (op) {
      case "scale" -> only(object, path, "by", () -> new Scale(number(object, "by", path)));
      case "negate" -> only(object, path, null, Negate::new);
      case "abs" -> only(object, path, null, Abs::new);
      case "clampMin" ->
          only(object, path, "value", () -> new ClampMin(number(object, "value", path)));
      case "nullIf" ->
          only(object, path, "equals", () -> new NullIf(number(object, "equals", path)));
      case "sum" -> only(object, path, "of", () -> new Sum(names(object, path)));
      case "counter" -> only(object, path, null, Counter::new);
      case "interval" -> only(object, path, "minutes", () -> new Interval(minutes(object, path)));
      case "direction" ->
          only(
              object,
              path,
              "negativeWhenTo",
              () -> new Direction(text(object, "negativeWhenTo", path)));
      default ->
          throw new TransformFault(
              at(path, "op"),
              "must be one of abs, clampMin, counter, direction, interval, negate, nullIf, scale,"
                  + " sum");
    };
  }

  private static String at(String path, String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  private interface Making {
    Transform make();
  }

  private static Transform only(
      JsonObject object, String path, @Nullable String member, Making making) {
    Set<String> known = member == null ? Set.of("op") : Set.of("op", member);
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        throw new TransformFault(path, "has a member that this op does not know");
      }
    }
    return made(path, making);
  }

  private static Transform made(String path, Making making) {
    try {
      return making.make();
    } catch (TransformFault e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new TransformFault(path, String.valueOf(e.getMessage()));
    }
  }

  private static String text(JsonObject object, String member, String path) {
    if (object.get(member) instanceof JsonString text) {
      return text.getString();
    }
    throw new TransformFault(at(path, member), "must be a text");
  }

  private static double number(JsonObject object, String member, String path) {
    if (object.get(member) instanceof JsonNumber number) {
      return number.doubleValue();
    }
    throw new TransformFault(at(path, member), "must be a number");
  }

  private static int minutes(JsonObject object, String path) {
    if (!object.containsKey("minutes")) {
      return 0;
    }
    double minutes = number(object, "minutes", path);
    return minutes >= 1 && minutes == Math.rint(minutes) ? (int) minutes : -1;
  }

  private static List<String> names(JsonObject object, String path) {
    if (!(object.get("of") instanceof JsonArray list)
        || !list.stream().allMatch(JsonString.class::isInstance)) {
      throw new TransformFault(at(path, "of"), "must be a list of texts");
    }
    return list.getValuesAs(JsonString::getString);
  }

  static JsonValue print(Transform transform) {
    if (transform instanceof Chain chain) {
      JsonArrayBuilder list = Json.createArrayBuilder();
      chain.steps().forEach(step -> list.add(print(step)));
      return list.build();
    }
    JsonObjectBuilder object = Json.createObjectBuilder();
    if (transform instanceof Scale scale) {
      object.add("op", "scale").add("by", plain(scale.by()));
    } else if (transform instanceof Negate) {
      object.add("op", "negate");
    } else if (transform instanceof Abs) {
      object.add("op", "abs");
    } else if (transform instanceof ClampMin clamp) {
      object.add("op", "clampMin").add("value", plain(clamp.value()));
    } else if (transform instanceof NullIf nullIf) {
      object.add("op", "nullIf").add("equals", plain(nullIf.equals()));
    } else if (transform instanceof Sum sum) {
      object.add("op", "sum").add("of", Json.createArrayBuilder(sum.of()));
    } else if (transform instanceof Counter) {
      object.add("op", "counter");
    } else if (transform instanceof Interval interval) {
      object.add("op", "interval");
      if (interval.minutes() > 0) {
        object.add("minutes", interval.minutes());
      }
    } else if (transform instanceof Direction direction) {
      object.add("op", "direction").add("negativeWhenTo", direction.negativeWhenTo());
    }
    return object.build();
  }

  /** Whole numbers without a fraction, as people write them. */
  private static BigDecimal plain(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.scale() < 0 && exact.precision() - exact.scale() <= 15 ? exact.setScale(0) : exact;
  }
}
