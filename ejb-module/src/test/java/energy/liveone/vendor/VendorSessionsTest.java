package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VendorSessionsTest {
  private final VendorSessions sessions = new VendorSessions();
  private final AtomicInteger logins = new AtomicInteger();

  private CompletableFuture<String> logIn(String key, CompletableFuture<String> outcome) {
    return sessions
        .loginOnce(
            key,
            String.class,
            () -> {
              logins.incrementAndGet();
              return outcome;
            })
        .toCompletableFuture();
  }

  @Test
  void loginsOfOneKeyAtTheSameTimeAreOne() {
    var outcome = new CompletableFuture<String>();
    var first = logIn("a", outcome);
    var second = logIn("a", outcome);

    outcome.complete("in");

    assertThat(first.join()).isEqualTo("in");
    assertThat(second.join()).isEqualTo("in");
    assertThat(logins).hasValue(1);
  }

  @Test
  void finishedLoginIsNotTheNextOne() {
    logIn("a", CompletableFuture.completedFuture("in")).join();
    logIn("a", CompletableFuture.completedFuture("in")).join();

    assertThat(logins).hasValue(2);
  }

  @Test
  void brokenLoginDoesNotBlockTheNext() {
    var broken = logIn("a", CompletableFuture.failedFuture(new IllegalStateException("bug")));

    assertThat(broken).isCompletedExceptionally();
    assertThat(logIn("a", CompletableFuture.completedFuture("in")).join()).isEqualTo("in");
  }

  @Test
  void forgettingAnOldSessionLeavesTheNewer() {
    sessions.keep("a", "old");
    sessions.keep("a", "new");

    sessions.forget("a", "old");

    assertThat(sessions.find("a", String.class)).contains("new");
  }

  @Test
  void sessionOfAnotherTypeIsNone() {
    sessions.keep("a", 1);

    assertThat(sessions.find("a", String.class)).isEmpty();
  }
}
