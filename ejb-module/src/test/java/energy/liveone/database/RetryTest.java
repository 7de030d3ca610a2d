package energy.liveone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final DatabaseFault deadlock =
      new DatabaseFault("Reading", new SQLException("Deadlock found", "40001", 1213));

  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void victimOfDeadlockBeginsAgain() {
    String answer = Retry.transaction(() -> failing(2, deadlock));

    assertThat(answer).isEqualTo("done");
    assertThat(begun).hasValue(3);
  }

  @Test
  void deadlockThatGoesOnIsTold() {
    assertThatThrownBy(() -> Retry.transaction(() -> failing(99, deadlock))).isSameAs(deadlock);
    assertThat(begun).hasValueLessThan(10);
  }

  @Test
  void faultThatWouldComeAgainIsToldAtOnce() {
    DatabaseFault fault = new DatabaseFault("Reading", new SQLException("No table", "42S02", 1146));

    assertThatThrownBy(() -> Retry.transaction(() -> failing(99, fault))).isSameAs(fault);
    assertThat(begun).hasValue(1);
  }

  private String failing(int times, DatabaseFault fault) {
    if (begun.incrementAndGet() <= times) {
      throw fault;
    }
    return "done";
  }
}
