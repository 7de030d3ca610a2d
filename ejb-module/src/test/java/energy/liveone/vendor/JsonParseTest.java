package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.JsonParse.Malformed;
import energy.liveone.vendor.JsonParse.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParseTest {
  private static JsonFields read(String json) {
    return ((Read) JsonParse.of(json)).fields();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"a\":}",
        "{\"a\":1,}",
        "{'a':1}",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1} x",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "[{}]",
        "1",
        "true",
        "null",
        "\"{}\"",
        "\u0000"
      })
  void whatIsNotOneObjectIsMalformed(String text) {
    assertThat(JsonParse.of(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[1", "[1,]", "[] []", "[]]", "[{\"a\":1,\"a\":2}]", "1"})
  void whatIsNotOneArrayIsMalformed(String text) {
    assertThat(JsonParse.ofArray(text, "all")).isInstanceOf(Malformed.class);
  }

  @Test
  void elementsOfAnArrayAreAField() {
    JsonFields fields = ((Read) JsonParse.ofArray("[{\"n\":1},2,{\"n\":3}]", "all")).fields();

    assertThat(fields.objects("all"))
        .extracting(one -> one.number("n").orElseThrow())
        .containsExactly(1.0, 3.0);
  }

  @Test
  void reasonNeverQuotesTheText() {
    Malformed malformed = (Malformed) JsonParse.of("{\"password\":\"hunter2\" oops");

    assertThat(malformed.reason()).doesNotContain("hunter2");
  }

  @Test
  void nestingIsLimited() {
    assertThat(JsonParse.of("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"))
        .isInstanceOf(Read.class);
    assertThat(JsonParse.of("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void bracketsInTextsAreNoNesting() {
    assertThat(JsonParse.of("{\"a\":\"\\\"" + "[".repeat(100) + "\"}")).isInstanceOf(Read.class);
  }

  @Test
  void byteOrderMarkIsNoContent() {
    assertThat(read("\uFEFF{\"a\":1}").number("a")).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":null}",
        "{\"a\":\"1\"}",
        "{\"a\":\"NaN\"}",
        "{\"a\":true}",
        "{\"a\":[1]}",
        "{\"a\":{}}",
        "{\"a\":1e999}",
        "{\"a\":-1e99999999999}"
      })
  void whatIsNoFiniteNumberIsEmpty(String json) {
    assertThat(read(json).number("a")).isEmpty();
  }

  @Test
  void largeExponentsAndLongNumbersSurvive() {
    String digits = "1234567890".repeat(30);

    assertThat(read("{\"a\":1e300}").number("a")).hasValue(1e300);
    assertThat(read("{\"a\":-4.9e-324}").number("a")).hasValue(-4.9e-324);
    assertThat(read("{\"a\":" + digits + "}").number("a")).hasValue(Double.parseDouble(digits));
  }

  @Test
  void numberOfAMillionDigitsIsEmptyAndItsNeighbourIsRead() {
    JsonFields fields = read("{\"a\":" + "9".repeat(1_000_000) + ",\"b\":1}");

    assertThat(fields.number("a")).isEmpty();
    assertThat(fields.number("b")).hasValue(1);
  }

  @Test
  void everyCutIsMalformed() {
    String json = "{\"a\": {\"b\": [1, -2.5e3, \"x\\n\\u00e4\", true, null, {}]}, \"c\": false}";

    for (int length = 0; length < json.length(); length++) {
      assertThat(JsonParse.of(json.substring(0, length))).isInstanceOf(Malformed.class);
    }
    assertThat(JsonParse.of(json)).isInstanceOf(Read.class);
  }

  @Test
  void textsAreStrippedAndBlankOnesEmpty() {
    assertThat(read("{\"a\":\" x \"}").text("a")).contains("x");
    assertThat(read("{\"a\":\"  \"}").text("a")).isEmpty();
    assertThat(read("{\"a\":1}").text("a")).isEmpty();
  }

  @Test
  void objectsInAnArrayAreReadAndOthersLeftOut() {
    assertThat(read("{\"a\":[{\"n\":1},2,null,{\"n\":3}]}").objects("a"))
        .extracting(one -> one.number("n").orElseThrow())
        .containsExactly(1.0, 3.0);
    assertThat(read("{\"a\":{}}").objects("a")).isEmpty();
  }

  @Test
  void arraysCountElementsOfAnyType() {
    assertThat(read("{\"a\":[{},2,null]}").size("a")).isEqualTo(3);
    assertThat(read("{\"a\":{}}").size("a")).isZero();
  }

  @Test
  void onlyTruthValuesAreFlags() {
    assertThat(read("{\"a\":false}").flag("a")).contains(false);
    assertThat(read("{\"a\":\"true\",\"b\":1}").flag("a")).isEmpty();
  }

  @Test
  void fieldsNeverPrintTheirValues() {
    assertThat(read("{\"password\":\"hunter2\"}").toString()).isEqualTo("JsonFields[password]");
  }
}
