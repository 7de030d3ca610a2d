package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushParse.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every format that devices push. The payloads are those of {@link
 * PolledVendorContract}, their names after the format's {@link #prefix}. Keys, rates and
 * repetitions are the receiving service's, and tried there.
 */
public abstract class PushedVendorContract extends VendorContract {
  protected static final String KEY = "lo_5f1c0a9b8d7e6f5a";
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(2);

  private final LogListener logged = new LogListener();

  /** The receiver at a time. */
  protected abstract PushReceiver receiver(Clock clock);

  /** The format's name. */
  protected abstract String format();

  /** What the names of its payloads begin with. */
  protected abstract String prefix();

  /** A system that has this format. */
  protected abstract VendorSystem pushing();

  /** The time of the sample. */
  protected abstract Instant sampleTime();

  /** An energy of the sample, counter or interval. */
  protected abstract PolledVendorFixture.Usable energyInSample();

  @BeforeEach
  void listen() {
    logged.begin();
  }

  @AfterEach
  void nothingSecretWasLogged() {
    logged.end();
    assertThat(logged.lines().toString()).doesNotContain(KEY);
  }

  private String payload(String name) {
    return Payloads.of(adapterAlone().vendorType().value(), prefix() + name + ".json");
  }

  private PushParse parse(String body) {
    return parseAt(sampleTime().plusSeconds(4), body);
  }

  private PushParse parseAt(Instant now, String body) {
    return receiver(Clock.fixed(now, ZoneOffset.UTC)).parse(format(), body);
  }

  private static Store store(PushParse parse) {
    assertThat(parse).isInstanceOf(Store.class);
    return (Store) parse;
  }

  private static Map<String, Double> values(PushParse parse) {
    return store(parse).readings().stream()
        .collect(Collectors.toMap(one -> one.point().value(), Reading::value));
  }

  // Bodies

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!DOCTYPE html><html><body>Down for tea</body></html>",
        "not json",
        "[1, 2]",
        "null",
        "{\"loadW\": NaN}",
        "{} trailing"
      })
  void bodyThatIsNotJsonIsInvalid(String body) {
    assertThat(parse(body)).isInstanceOf(Invalid.class);
  }

  @Test
  void truncatedBodyIsInvalid() {
    String sample = payload("sample").strip();

    for (int length = 1; length < sample.length(); length += 29) {
      assertThat(parse(sample.substring(0, length))).isInstanceOf(Invalid.class);
    }
  }

  @Test
  void veryDeepBodyIsInvalid() {
    String body = "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

    assertThat(parse(body)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing-fields",
        "null-values",
        "wrong-types",
        "unknown-fields",
        "unknown-values"
      })
  void onlyWhatCannotBeUnderstoodIsLost(String oddity) {
    assertThat(values(parse(payload(oddity)))).isEqualTo(Map.of("load_w", 512.5));
  }

  @Test
  void hugeNumbersStayFiniteForQuarantine() {
    assertThat(values(parse(payload("huge-numbers"))))
        .containsEntry("load_w", 512.5)
        .allSatisfy((point, value) -> assertThat(value).isFinite());
  }

  // Time

  @Test
  void pushOfTheFutureIsInvalid() {
    Instant early = sampleTime().minus(CLOCK_ERROR).minusSeconds(1);

    assertThat(parseAt(early, payload("sample"))).isInstanceOf(Invalid.class);
    assertThat(parse(payload("future-timestamp"))).isInstanceOf(Invalid.class);
  }

  @Test
  void clockThatIsTwoMinutesOffChangesNothing() {
    Store right = store(parse(payload("sample")));

    assertThat(parseAt(sampleTime().plus(CLOCK_ERROR), payload("sample"))).isEqualTo(right);
    assertThat(parseAt(sampleTime().minus(CLOCK_ERROR), payload("sample"))).isEqualTo(right);
  }

  @Test
  void pushOfASpoolDaysLaterHasItsOwnTime() {
    Store late = store(parseAt(sampleTime().plus(Duration.ofDays(9)), payload("sample")));

    assertThat(late.time()).isEqualTo(sampleTime());
    assertThat(late.readings()).allMatch(one -> one.time().equals(sampleTime()));
  }

  @Test
  void repeatedTimestampGivesReadingsOfTheSameTime() {
    Store first = store(parse(payload("sample")));
    Store again = store(parse(payload("repeated-timestamp")));

    assertThat(again.time()).isEqualTo(first.time());
    assertThat(values(again)).isNotEqualTo(values(first));
    assertThat(again.readings())
        .extracting(one -> one.point() + " " + one.time())
        .doesNotHaveDuplicates();
  }

  @Test
  void sameBodyAgainIsTheSame() {
    assertThat(parse(payload("sample"))).isEqualTo(parse(payload("sample")));
  }

  // Meaning

  @Test
  void counterResetIsToldAsItIs() {
    assertEnergyToldAsItIs("3");
  }

  @Test
  void negativeStepIsToldAsItIs() {
    assertEnergyToldAsItIs(Double.toString(Double.parseDouble(energyInSample().text()) - 0.0625));
  }

  private void assertEnergyToldAsItIs(String text) {
    PolledVendorFixture.Usable energy = energyInSample();
    Map<String, Double> expected = new HashMap<>(values(parse(payload("sample"))));

    Map<String, Double> values =
        new HashMap<>(values(parse(payload("sample").replace(energy.text(), text))));

    assertThat(values.remove(energy.point()))
        .isCloseTo(energy.value(text), Offset.offset(1e-9))
        .isNotEqualTo(expected.remove(energy.point()));
    assertThat(values).isEqualTo(expected);
  }

  @Test
  void negativeEnergyIsNeverPlausible() {
    PolledVendorFixture.Usable energy = energyInSample();

    Double value =
        values(parse(payload("sample").replace(energy.text(), "-7"))).get(energy.point());

    assertThat(value != null && points().get(new PointKey(energy.point())).range().admits(value))
        .isFalse();
  }

  private Map<PointKey, PointDefinition> points() {
    return adapterAlone().defaultPoints(pushing()).stream()
        .collect(Collectors.toMap(PointDefinition::key, point -> point));
  }

  @Test
  void everyValueIsOfADeclaredPointAndPlausible() {
    Map<PointKey, PointDefinition> points = points();

    assertThat(store(parse(payload("sample"))).readings())
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(points).containsKey(one.point());
              assertThat(points.get(one.point()).range().admits(one.value())).isTrue();
              assertThat(points.get(one.point()).source()).isEqualTo(PointSource.SAMPLES);
            });
  }

  @Test
  void loadIsSolarPlusGridPlusBattery() {
    Map<String, Double> w = values(parse(payload("sample")));

    new Flows(w.get("solar_w"), w.get("grid_w"), w.get("battery_w"), w.get("load_w"))
        .assertBalanced();
  }

  // Secrets

  @Test
  void bodyIsKeptForTheSessionWithoutSecrets() {
    String body =
        payload("sample")
            .replaceFirst(
                "\\{", "{\"note\": \"key %s\", \"password\": \"hunter2hunter2\",".formatted(KEY));
    String told = body.contains("\"apiKey\"") ? body : body.replace(KEY, "none");

    Store store = store(parse(told));

    assertThat(store.response()).contains("note").doesNotContain(KEY, "hunter2");
    assertThat(store.toString()).doesNotContain(KEY, "hunter2");
  }

  @Test
  void refusalOfABodyTellsNoSecret() {
    String body = payload("future-timestamp").replaceFirst("\\{", "{\"note\": \"" + KEY + "\",");

    assertThat(parse(body).toString()).doesNotContain(KEY);
  }
}
