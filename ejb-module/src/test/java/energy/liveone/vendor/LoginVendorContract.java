package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds besides for every vendor with a login of its own, which lasts for a while and is kept
 * per credential.
 */
public abstract class LoginVendorContract extends PolledVendorContract {
  @Test
  void refusedLoginIsFollowedByNoDataCall() {
    vendor.refuseLogins();

    failure();

    assertThat(vendor.dataCalls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 429, 500})
  void loginThatRepeatsWhatWeSentLeavesNoSecret(int status) {
    vendor.onLogin(call -> FakeReply.status(status, "<p>Sorry: " + repeated(call) + "</p>"));

    assertNothingSecret(failure());
    assertThat(vendor.dataCalls()).isEmpty();
  }

  @Test
  void loginIsKeptBetweenPolls() {
    IntStream.range(0, 5).forEach(i -> assertThat(values(fetch())).isNotEmpty());

    assertThat(vendor.logins()).isEqualTo(1);
  }

  @Test
  void pollsAtTheSameTimeShareOneLogin() {
    List<CompletionStage<FetchResult>> polls =
        IntStream.range(0, 20).mapToObj(i -> begin("anna")).toList();

    assertThat(polls).allSatisfy(poll -> assertThat(values(Surroundings.await(poll))).isNotEmpty());
    assertThat(vendor.logins()).isEqualTo(1);
  }

  @Test
  void twoAccountsPolledTogetherLogInOnceEach() {
    List<CompletionStage<FetchResult>> polls =
        IntStream.range(0, 20).mapToObj(i -> begin(i % 2 == 0 ? "anna" : "ben")).toList();

    assertThat(polls).allSatisfy(poll -> assertThat(values(Surroundings.await(poll))).isNotEmpty());
    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void expiredLoginIsRenewedAndTheCallRepeated() {
    FetchResult before = fetch();
    vendor.expireSessions();

    FetchResult after = fetch();

    assertThat(values(after)).isEqualTo(values(before));
    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void loginThatIsNeverRememberedIsRefusedAfterOneRepetition() {
    vendor.neverRememberLogins();

    assertThat(failure().code()).isEqualTo(refusedCode());
    assertThat(vendor.logins()).isEqualTo(2);
    assertThat(vendor.dataCalls()).hasSize(2);
  }
}
