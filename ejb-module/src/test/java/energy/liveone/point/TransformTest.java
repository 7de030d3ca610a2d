package energy.liveone.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\":\"scale\",\"by\":0.001}",
        "{\"op\":\"scale\",\"by\":1000}",
        "{\"op\":\"negate\"}",
        "{\"op\":\"abs\"}",
        "{\"op\":\"clampMin\",\"value\":0}",
        "{\"op\":\"sum\",\"of\":[\"a\",\"b\"]}",
        "{\"op\":\"nullIf\",\"equals\":0}",
        "{\"op\":\"counter\"}",
        "{\"op\":\"interval\",\"minutes\":30}",
        "{\"op\":\"interval\"}",
        "{\"op\":\"direction\",\"negativeWhenTo\":\"grid\"}",
        "[{\"op\":\"negate\"},{\"op\":\"clampMin\",\"value\":0}]",
        "[]"
      })
  void everyOperationIsReadAndPrintedAsItWas(String json) {
    assertThat(Transform.parse(json).json()).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"op\":\"scale\",\"by\":0.5} | -3 | -1.5",
        "{\"op\":\"negate\"} | 3 | -3",
        "{\"op\":\"negate\"} | 0 | 0",
        "{\"op\":\"abs\"} | -3 | 3",
        "{\"op\":\"clampMin\",\"value\":0} | -3 | 0",
        "{\"op\":\"clampMin\",\"value\":0} | 3 | 3",
        "{\"op\":\"nullIf\",\"equals\":0} | 3 | 3",
        "{\"op\":\"sum\",\"of\":[\"a\"]} | 3 | 3",
        "{\"op\":\"counter\"} | 3 | 3",
        "[{\"op\":\"scale\",\"by\":2},{\"op\":\"negate\"}] | 3 | -6",
        "[{\"op\":\"negate\"},{\"op\":\"clampMin\",\"value\":-1}] | 3 | -1",
        "[] | 3 | 3"
      })
  void stepsAreDoneInTheirOrder(String json, double before, double after) {
    assertThat(Transform.parse(json).apply(before)).isEqualTo(OptionalDouble.of(after));
  }

  @Test
  void valueThatIsTakenForNoneEndsTheChain() {
    Transform chain = Transform.parse("[{\"op\":\"nullIf\",\"equals\":-1},{\"op\":\"abs\"}]");

    assertThat(chain.apply(-1)).isEmpty();
    assertThat(chain.apply(1)).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "negate | ''",
        "7 | ''",
        "null | ''",
        "\"negate\" | ''",
        "{} | op",
        "{\"op\":7} | op",
        "{\"op\":\"average\"} | op",
        "{\"op\":\"scale\"} | by",
        "{\"op\":\"scale\",\"by\":\"2\"} | by",
        "{\"op\":\"scale\",\"by\":0} | ''",
        "{\"op\":\"scale\",\"by\":1e999} | ''",
        "{\"op\":\"negate\",\"by\":2} | ''",
        "{\"op\":\"sum\",\"of\":[]} | ''",
        "{\"op\":\"sum\",\"of\":[1]} | of",
        "{\"op\":\"sum\",\"of\":[\"a b\"]} | ''",
        "{\"op\":\"interval\",\"minutes\":1.5} | ''",
        "{\"op\":\"interval\",\"minutes\":0} | ''",
        "{\"op\":\"direction\"} | negativeWhenTo",
        "[{\"op\":\"abs\"},{\"op\":\"scale\",\"by\":null}] | [1].by",
        "[[]] | [0]"
      })
  void faultNamesTheMember(String json, String member) {
    TransformFault fault = catchThrowableOfType(TransformFault.class, () -> Transform.parse(json));

    assertThat(fault.member()).isEqualTo(member);
    assertThat(fault).hasMessageNotContaining("average");
  }

  @Test
  void chainHasAtMostTenSteps() {
    String eleven = "[" + "{\"op\":\"abs\"},".repeat(10) + "{\"op\":\"abs\"}]";

    assertThat(catchThrowableOfType(TransformFault.class, () -> Transform.parse(eleven)))
        .hasMessageContaining("10");
  }

  @Test
  void whatDescribesAnAdapterIsNotApplicableToASingleValue() {
    assertThat(
            List.of(
                "{\"op\":\"sum\",\"of\":[\"a\"]}",
                "{\"op\":\"counter\"}",
                "{\"op\":\"interval\",\"minutes\":5}",
                "{\"op\":\"direction\",\"negativeWhenTo\":\"grid\"}",
                "[{\"op\":\"abs\"},{\"op\":\"counter\"}]"))
        .noneMatch(json -> Transform.parse(json).isApplicable());
    assertThat(Transform.parse("[{\"op\":\"abs\"},{\"op\":\"negate\"}]").isApplicable()).isTrue();
  }
}
