package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.Written;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollAttemptTest {
  private static final SystemId ID = new SystemId(7);
  private static final Instant AS_OF = Instant.parse("2026-11-23T02:30:00Z");

  private static Attempt attempt(FetchResult result, int stored, int rejected, int forecasts) {
    ClaimedSystem system =
        new ClaimedSystem(
            ID,
            new VendorType("amber"),
            "Home",
            new VendorSystem("system:7", "1", ZoneId.of("UTC"), Map.of()),
            0,
            AS_OF,
            Map.of());
    Collected poll =
        new Collected(
            system,
            SessionCause.CRON,
            AS_OF,
            Duration.ofMillis(80),
            result,
            Poll.unlimited(),
            null,
            new CompletableFuture<>());
    return PollAttempt.of(
        poll, new Written(ID, true, stored, 0, rejected, forecasts, 0, List.of()));
  }

  private static Fetched fetched(@Nullable Failure missing) {
    return new Fetched(Measurements.NONE, AS_OF, "{}", missing);
  }

  @Test
  void readingsNeedNoWords() {
    Attempt attempt = attempt(fetched(null), 12, 0, 40);

    assertThat(attempt.successful()).isTrue();
    assertThat(attempt.errorCode()).isNull();
    assertThat(attempt.error()).isNull();
    assertThat(attempt.rows()).isEqualTo(12);
  }

  @Test
  void forecastsAloneAreAPlainSuccessThatSaysSo() {
    Attempt attempt = attempt(fetched(null), 0, 0, 40);

    assertThat(attempt.successful()).isTrue();
    assertThat(attempt.errorCode()).isNull();
    assertThat(attempt.error())
        .isEqualTo("40 forecasts, and no reading newer than 2026-11-23T02:30:00Z");
    assertThat(attempt.rows()).isZero();
  }

  @Test
  void whatIsKnownAlreadyIsNoData() {
    Attempt attempt = attempt(fetched(null), 0, 0, 0);

    assertThat(attempt.successful()).isTrue();
    assertThat(attempt.errorCode()).isEqualTo(Attempt.NO_DATA);
    assertThat(attempt(new NothingNew(AS_OF, null), 0, 0, 0).errorCode())
        .isEqualTo(Attempt.NO_DATA);
  }

  @Test
  void everythingOddIsSaidTogether() {
    Attempt attempt =
        attempt(fetched(Failure.of(FailureCode.TIMEOUT, "usage took too long")), 0, 3, 1);

    assertThat(attempt.error())
        .isEqualTo(
            "1 forecasts, and no reading newer than 2026-11-23T02:30:00Z;"
                + " 3 readings were not plausible or not wanted;"
                + " A part is missing, TIMEOUT: usage took too long");
  }

  @Test
  void failureKeepsItsCode() {
    Attempt attempt = attempt(new Failed(Failure.of(FailureCode.NOT_FOUND, "gone")), 0, 0, 0);

    assertThat(attempt.successful()).isFalse();
    assertThat(attempt.errorCode()).isEqualTo("NOT_FOUND");
    assertThat(attempt.error()).isEqualTo("gone");
  }
}
