package energy.liveone.attack;

import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A route with its inputs, as the API describes itself.
 *
 * @param path below the root, with its parameters in braces
 * @param pathParameters by name
 * @param queryParameters by name
 * @param body an example of it, {@link JsonValue#NULL} for a route without one
 */
record Operation(
    String method,
    String path,
    List<String> pathParameters,
    List<Query> queryParameters,
    JsonValue body) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** A parameter with a value that is right, empty where none is described. */
  record Query(String name, String example) {}

  /** All that the running product has. */
  static List<Operation> all(Product product) {
    Answer answer = product.api().withHeader("Accept", "application/json").get("openapi");
    JsonObject document = answer.json();
    List<Operation> operations = new ArrayList<>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (name, value) -> {
                          if (METHODS.contains(name)) {
                            operations.add(read(document, path, item.asJsonObject(), name));
                          }
                        }));
    return operations;
  }

  private static Operation read(JsonObject document, String path, JsonObject item, String method) {
    JsonObject operation = item.getJsonObject(method);
    List<JsonObject> parameters = new ArrayList<>();
    for (JsonObject holder : List.of(item, operation)) {
      if (holder.containsKey("parameters")) {
        holder.getJsonArray("parameters").stream()
            .map(JsonValue::asJsonObject)
            .map(parameter -> resolve(document, parameter))
            .forEach(parameters::add);
      }
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path.substring(1),
        of(parameters, "path").stream().map(p -> p.getString("name")).toList(),
        of(parameters, "query").stream()
            .map(p -> new Query(p.getString("name"), example(p)))
            .toList(),
        bodyOf(document, operation));
  }

  private static List<JsonObject> of(List<JsonObject> parameters, String place) {
    return parameters.stream()
        .filter(parameter -> parameter.getString("in").equals(place))
        .collect(Collectors.toList());
  }

  private static String example(JsonObject parameter) {
    JsonValue example = parameter.get("example");
    return example == null
        ? ""
        : example instanceof JsonString text ? text.getString() : example.toString();
  }

  private static JsonValue bodyOf(JsonObject document, JsonObject operation) {
    if (!operation.containsKey("requestBody")) {
      return JsonValue.NULL;
    }
    JsonObject content =
        resolve(document, operation.getJsonObject("requestBody")).getJsonObject("content");
    if (!content.containsKey("application/json")) {
      return JsonValue.NULL;
    }
    JsonObject json = content.getJsonObject("application/json");
    if (json.containsKey("examples")) {
      JsonObject examples = json.getJsonObject("examples");
      return examples.getJsonObject(examples.keySet().iterator().next()).get("value");
    }
    return json.getOrDefault("example", JsonValue.EMPTY_JSON_OBJECT);
  }

  private static JsonObject resolve(JsonObject document, JsonObject maybe) {
    return maybe.containsKey("$ref")
        ? document.getValue(maybe.getString("$ref").substring(1)).asJsonObject()
        : maybe;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
