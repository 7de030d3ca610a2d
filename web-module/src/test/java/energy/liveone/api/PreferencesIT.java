package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

/** How pages look is kept with the account. */
@SharedProduct
class PreferencesIT {
  private static final String PATH = "api/account/preferences";
  private static final String PASSWORD = "five grey parrots";

  private final ApiClient reader;

  PreferencesIT(Product product) {
    String email = "prefers-" + System.nanoTime() + "@liveone.example";
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    assertThat(product.admin().post("api/admin/users", body).status()).isEqualTo(201);
    reader = product.api().signedIn(email, PASSWORD);
  }

  @Test
  void whoNeverChoseHasTheDefaultsAndNoTheme() {
    JsonObject shown = shown(reader.get(PATH));

    assertThat(shown.getString("language")).isEqualTo("auto");
    assertThat(shown.get("theme")).isEqualTo(JsonValue.NULL);
    assertThat(shown.getString("power")).isEqualTo("auto");
    assertThat(shown.getString("temperature")).isEqualTo("C");
    assertThat(shown.getString("weekStart")).isEqualTo("auto");
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    reader.post(PATH, "{\"theme\":\"dark\",\"weekStart\":\"sunday\"}");

    reader.post(PATH, "{\"temperature\":\"F\",\"power\":\"kW\",\"theme\":\"auto\"}");

    JsonObject shown = shown(reader.get(PATH));
    assertThat(shown.getString("theme")).isEqualTo("auto");
    assertThat(shown.getString("weekStart")).isEqualTo("sunday");
    assertThat(shown.getString("temperature")).isEqualTo("F");
    assertThat(shown.getString("power")).isEqualTo("kW");
  }

  @Test
  void whatIsNoChoiceIsRefusedByItsFieldAndChangesNothing() {
    Answer refused = reader.post(PATH, "{\"theme\":\"dark\",\"temperature\":\"K\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().getJsonObject("details").getString("field")).isEqualTo("temperature");
    assertThat(shown(reader.get(PATH)).get("theme")).isEqualTo(JsonValue.NULL);
  }

  private static JsonObject shown(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getJsonObject("preferences");
  }
}
