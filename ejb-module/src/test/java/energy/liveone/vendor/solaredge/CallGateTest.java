package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CallGateTest {
  private final CallGate gate = new CallGate();
  private final List<CompletableFuture<String>> begun = new ArrayList<>();

  private CompletionStage<String> begin() {
    return gate.pass(
        () -> {
          CompletableFuture<String> call = new CompletableFuture<>();
          begun.add(call);
          return call;
        });
  }

  @Test
  void fourthCallWaitsForOneOfThree() {
    List<CompletionStage<String>> stages = List.of(begin(), begin(), begin(), begin(), begin());
    assertThat(begun).hasSize(3);

    begun.get(1).complete("second");
    assertThat(begun).hasSize(4);
    assertThat(stages.get(1).toCompletableFuture()).isCompletedWithValue("second");
    begun.get(3).complete("fourth");
    begun.get(0).complete("first");

    assertThat(begun).hasSize(5);
    assertThat(stages.get(3).toCompletableFuture()).isCompletedWithValue("fourth");
  }

  @Test
  void callThatBreaksLeavesItsPlace() {
    for (int i = 0; i < 5; i++) {
      CompletionStage<String> broken =
          gate.pass(
              () -> {
                throw new IllegalStateException("broken");
              });
      assertThat(broken.toCompletableFuture()).isCompletedExceptionally();
    }

    begin();

    assertThat(begun).hasSize(1);
  }
}
