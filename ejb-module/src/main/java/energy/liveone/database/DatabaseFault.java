package energy.liveone.database;

import java.sql.SQLException;

/** The database refused or was not there. What the transaction had done is undone. */
public class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;

  /** What was attempted, and why it failed. */
  public DatabaseFault(String attempt, SQLException cause) {
    super(attempt, cause);
  }

  /** Whether the same transaction may well succeed when tried again. */
  public static boolean isTransient(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_WAIT_TIMEOUT)) {
        return true;
      }
    }
    return false;
  }
}
