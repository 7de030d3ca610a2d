package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VendorCircuitsTest {
  private static final VendorType VENDOR = new VendorType("mondo");
  private static final FetchResult SUCCESS = new FetchResult.NothingNew(Instant.EPOCH, null);
  private static final FetchResult FAILURE = failed(FailureCode.VENDOR_UNAVAILABLE);

  private final Time time = new Time();
  private final VendorCircuits circuits = new VendorCircuits(time);

  @Test
  void manyFailuresOfAVendorStopTheCalls() {
    call(19, FAILURE);
    assertThat(circuits.permits(VENDOR)).isTrue();
    circuits.record(VENDOR, FAILURE, Duration.ZERO);

    assertThat(circuits.permits(VENDOR)).isFalse();
    assertThat(circuits.permits(new VendorType("amber"))).isTrue();
    assertThat(circuits.states().get(1).name()).isEqualTo("open");
  }

  @Test
  void someFailuresAmongManySuccessesDoNot() {
    for (int i = 0; i < 30; i++) {
      call(1, SUCCESS);
      call(2, FAILURE);
    }

    assertThat(circuits.permits(VENDOR)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureCode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"VENDOR_UNAVAILABLE", "TIMEOUT", "BAD_RESPONSE"})
  void whatIsNotTheVendorsFaultNeverCounts(FailureCode code) {
    call(100, failed(code));

    assertThat(circuits.permits(VENDOR)).isTrue();
  }

  @Test
  void whatIsExpectedNeverCounts() {
    call(100, new FetchResult.Failed(Failure.of(FailureCode.VENDOR_UNAVAILABLE, "").asExpected()));

    assertThat(circuits.permits(VENDOR)).isTrue();
  }

  @Test
  void afterAPauseAFewProbesDecide() {
    call(20, FAILURE);
    time.pass(Duration.ofSeconds(61));

    for (int probe = 0; probe < 5; probe++) {
      assertThat(circuits.permits(VENDOR)).isTrue();
    }
    assertThat(circuits.permits(VENDOR)).isFalse();
    for (int probe = 0; probe < 5; probe++) {
      circuits.record(VENDOR, SUCCESS, Duration.ZERO);
    }

    call(30, SUCCESS);
    assertThat(circuits.states().get(0).name()).isEqualTo("closed");
  }

  @Test
  void aProbeThatIsNotMadeLeavesItsPlaceToAnother() {
    call(20, FAILURE);
    time.pass(Duration.ofSeconds(61));

    for (int i = 0; i < 20; i++) {
      assertThat(circuits.permits(VENDOR)).isTrue();
      circuits.withdraw(VENDOR);
    }
  }

  @Test
  void aVendorThatStaysIllIsProbedLessOften() {
    call(20, FAILURE);
    time.pass(Duration.ofSeconds(61));
    call(5, FAILURE);
    time.pass(Duration.ofSeconds(61));

    assertThat(circuits.permits(VENDOR)).isFalse();
    time.pass(Duration.ofSeconds(60));
    assertThat(circuits.permits(VENDOR)).isTrue();
  }

  private void call(int times, FetchResult result) {
    for (int i = 0; i < times; i++) {
      assertThat(circuits.permits(VENDOR)).isTrue();
      circuits.record(VENDOR, result, Duration.ofMillis(80));
    }
  }

  private static FetchResult failed(FailureCode code) {
    return new FetchResult.Failed(Failure.of(code, ""));
  }

  private static final class Time extends Clock {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
