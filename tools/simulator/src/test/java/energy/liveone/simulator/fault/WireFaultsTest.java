package energy.liveone.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFaultsTest {

  private static final String TEXT =
      "{\"items\":{\"load_w\":12.5,\"grid_w\":-3,\"timestamp\":17},\"list\":[{\"load_w\":1}]}";

  private static String spoiled(String faults) {
    JsonObject document = JsonText.parseObject(TEXT).orElseThrow();
    return new WireFaults(Faults.view(faults), name -> name.endsWith("_w")).write(document);
  }

  @Test
  void withoutFaultsTheDocumentIsUnchanged() {
    assertThat(spoiled("{}")).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'nan':true}|NaN",
        "{'huge':true}|1E+300",
        "{'nulls':true}|null",
      })
  void measuredValuesAreSpoiledAndOthersAreNot(String faults, String value) {
    assertThat(spoiled(faults.replace('\'', '"')))
        .isEqualTo(
            "{\"items\":{\"load_w\":V,\"grid_w\":V,\"timestamp\":17},\"list\":[{\"load_w\":V}]}"
                .replace("V", value));
  }

  @Test
  void numbersBecomeStrings() {
    assertThat(spoiled("{\"stringNumbers\":true}"))
        .contains("\"load_w\":\"12.5\"", "\"grid_w\":\"-3\"", "\"timestamp\":17");
  }

  @Test
  void onlyTheNamedFieldsAreSpoiled() {
    assertThat(spoiled("{\"nan\":[\"timestamp\",\"grid_w\"]}"))
        .contains("\"load_w\":12.5", "\"grid_w\":NaN", "\"timestamp\":NaN");
  }

  @Test
  void namedFieldsAreLeftOutAtAnyDepth() {
    assertThat(spoiled("{\"missingFields\":[\"load_w\"]}"))
        .isEqualTo("{\"items\":{\"grid_w\":-3,\"timestamp\":17},\"list\":[{}]}");
  }

  @Test
  void truncatedTextIsTheBeginningOfTheRightOne() {
    String text = spoiled("{\"truncatedJson\":true}");

    assertThat(TEXT).startsWith(text);
    assertThat(text).hasSize(TEXT.length() / 2);
  }

  @Test
  void malformedTextIsNoJson() {
    String text = spoiled("{\"malformedJson\":true}");

    assertThat(text).startsWith("{").isNotEqualTo(TEXT);
    assertThat(JsonText.parseObject(text)).isEmpty();
  }
}
