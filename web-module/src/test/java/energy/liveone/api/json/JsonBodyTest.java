package energy.liveone.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.liveone.api.error.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"x\"", "{", "{\"a\":}", "nothing", "{} x", "{\"a\":1,}"})
  void whatIsNotAnObjectIsRefused(String text) {
    assertThat(problem(text, body -> {}).code()).isEqualTo("INVALID_JSON");
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String deep = "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

    assertThat(problem(deep, body -> {}).code()).isEqualTo("INVALID_JSON");
  }

  @Test
  void anEmptyBodyHasNoFields() {
    assertThat(body("").text("displayName")).isEmpty();
  }

  @Test
  void absentAndNullAreTheSame() {
    assertThat(body("{}").text("name")).isEmpty();
    assertThat(body("{\"name\":null}").text("name")).isEmpty();
    assertThat(problem("{\"name\":null}", body -> body.requiredText("name")).code())
        .isEqualTo("MISSING_FIELD");
  }

  @Test
  void unknownFieldsAreTolerated() {
    assertThat(body("{\"name\":\"x\",\"other\":{\"a\":[1]}}").text("name")).contains("x");
  }

  @Test
  void wrongTypesAreNamedByTheirField() {
    assertNames("{\"name\":5}", body -> body.text("name"), "name");
    assertNames("{\"flag\":\"yes\"}", body -> body.flag("flag"), "flag");
    assertNames("{\"number\":1.5}", body -> body.integer("number"), "number");
    assertNames("{\"number\":1e400000000}", body -> body.integer("number"), "number");
    assertNames("{\"degrees\":\"7\"}", body -> body.number("degrees"), "degrees");
    assertNames("{\"degrees\":1e999}", body -> body.number("degrees"), "degrees");
    assertNames("{\"map\":[]}", body -> body.textMap("map"), "map");
    assertNames("{\"map\":{\"a\":{}}}", body -> body.textMap("map"), "map.a");
    assertNames("{\"list\":{}}", body -> body.objects("list"), "list");
    assertNames("{\"list\":[{},4]}", body -> body.objects("list"), "list[1]");
    assertNames(
        "{\"list\":[{\"on\":1}]}",
        body -> body.objects("list").orElseThrow().get(0).flag("on"),
        "list[0].on");
  }

  @Test
  void zonesAreIanaNames() {
    assertThat(body("{\"zone\":\"Australia/Lord_Howe\"}").zone("zone"))
        .contains(ZoneId.of("Australia/Lord_Howe"));
    assertNames("{\"zone\":\"+10:00\"}", body -> body.zone("zone"), "zone");
    assertNames("{\"zone\":\"Mars/Base\"}", body -> body.zone("zone"), "zone");
  }

  @Test
  void wordsAreChosenFromAList() {
    assertThat(body("{\"action\":\"clear\"}").word("action", Set.of("catchup", "clear")))
        .contains("clear");
    assertNames("{\"action\":\"drop\"}", body -> body.word("action", Set.of("clear")), "action");
  }

  private static void assertNames(String text, Consumer<JsonBody> use, String field) {
    ApiProblem problem = problem(text, use);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.details()).containsEntry("field", field);
  }

  private static ApiProblem problem(String text, Consumer<JsonBody> use) {
    return catchThrowableOfType(ApiProblem.class, () -> use.accept(body(text)));
  }

  private static JsonBody body(String text) {
    try {
      return JsonBodyReader.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
