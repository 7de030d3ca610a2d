package energy.liveone.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultJsonTest {

  @Test
  void whatIsSetIsShown() {
    String shown =
        FaultJson.write(
                Faults.of(
                    "{\"slow\":1500,\"http500\":false,\"missingFields\":[\"a\",\"b\"],"
                        + "\"http429\":{\"value\":30,\"times\":2,\"on\":\"data\"}}"))
            .toString();

    assertThat(shown)
        .isEqualTo(
            "{'slow':{'since':'T','value':1500.0},'missingFields':{'since':'T','fields':['a','b']},"
                    .replace('\'', '"')
                    .replace("T", Faults.SET_AT.toString())
                + "'http429':{'since':'T','value':30.0,'times':2,'on':'data'}}"
                    .replace('\'', '"')
                    .replace("T", Faults.SET_AT.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unheardOf\":true}",
        "{\"slow\":true}",
        "{\"slow\":-1}",
        "{\"slow\":\"long\"}",
        "{\"gap\":true}",
        "{\"missingFields\":true}",
        "{\"missingFields\":[1]}",
        "{\"http500\":5}",
        "{\"http500\":{\"times\":0}}",
        "{\"http500\":{\"on\":\"sundays\"}}",
      })
  void whatMakesNoSenseIsRefusedWithItsName(String json) {
    assertThatThrownBy(() -> Faults.of(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            ".*(unheardOf|slow|gap|missingFields|http500|times|on) .*|.*missingFields.*");
  }

  @Test
  void clockMayBeSlow() {
    assertThat(Faults.of("{\"clockSkew\":-90}").get(0).number()).contains(-90.0);
  }
}
