package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient.Answer;
import jakarta.json.JsonObject;

/** What every error must look like. */
public final class Errors {
  private Errors() {}

  /** Asserts status, code and shape. */
  public static void assertError(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/json");
    JsonObject json = answer.json();
    assertThat(json.getString("error")).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(json.getString("code")).isEqualTo(code);
    assertThat(json.getJsonObject("details")).isNotNull();
  }

  /** Asserts that a field is named. */
  public static void assertNames(Answer answer, String code, String field) {
    assertError(answer, 400, code);
    assertThat(answer.json().getJsonObject("details").getString("field")).isEqualTo(field);
  }
}
