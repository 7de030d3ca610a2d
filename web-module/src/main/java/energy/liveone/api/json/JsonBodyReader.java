package energy.liveone.api.json;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/** Reads request bodies that are JSON objects. */
@Provider
public class JsonBodyReader implements MessageBodyReader<JsonBody> {
  /** Kept, because finding the JSON provider anew is slow. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == JsonBody.class;
  }

  @Override
  public JsonBody readFrom(
      Class<JsonBody> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return parse(body);
  }

  /** An empty body counts as an empty object: all fields are absent. */
  static JsonBody parse(InputStream body) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body);
    int first = input.read();
    if (first < 0) {
      return JsonBody.of(JsonValue.EMPTY_JSON_OBJECT);
    }
    input.unread(first);
    try (JsonParser parser = PARSERS.createParser(input)) {
      if (parser.next() == JsonParser.Event.START_OBJECT) {
        JsonObject object = parser.getObject();
        if (!parser.hasNext()) {
          return JsonBody.of(object);
        }
      }
    } catch (ApiProblem e) {
      throw e;
    } catch (RuntimeException e) {
      // Falls through. The parser throws bare runtime exceptions, for deep nesting for one; what it
      // says of positions helps nobody and may echo the input.
    }
    throw ApiProblem.of(ErrorCode.INVALID_JSON, "The body must be a JSON object");
  }
}
