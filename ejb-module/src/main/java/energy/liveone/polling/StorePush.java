package energy.liveone.polling;

import energy.liveone.reading.Delivery;
import energy.liveone.reading.ReadingWriter;
import energy.liveone.reading.Written;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.function.Function;

/**
 * Stores pushes, and the attempts of pushes, each in a transaction of its own that is committed
 * before the device is told.
 */
@Dependent
public class StorePush {
  private final ReadingWriter writer;
  private final JpaAttemptLog log;

  @Inject
  StorePush(ReadingWriter writer, JpaAttemptLog log) {
    this.writer = writer;
    this.log = log;
  }

  /** Stores readings together with the attempt that tells what became of them. */
  @Transactional(TxType.REQUIRES_NEW)
  public Written store(Delivery delivery, Function<Written, Attempt> attempt) {
    Written written = writer.write(List.of(delivery)).get(0);
    log.add(List.of(attempt.apply(written)));
    return written;
  }

  /** Logs an attempt that brought no readings. */
  @Transactional(TxType.REQUIRES_NEW)
  public void log(Attempt attempt) {
    log.add(List.of(attempt));
  }
}
