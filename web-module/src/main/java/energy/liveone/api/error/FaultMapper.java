package energy.liveone.api.error;

import energy.liveone.database.DatabaseFault;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everything else: faults on our side. Logged with an incident number, told without anything. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

  /** The class of SQL states that constraints raise. */
  private static final String INTEGRITY_CONSTRAINT = "23";

  @Override
  public Response toResponse(Throwable fault) {
    ApiProblem told = find(fault, ApiProblem.class);
    if (told != null) {
      return told.response();
    }
    SQLException sql = find(fault, SQLException.class);
    if (isConflict(sql)) {
      return ApiError.response(ErrorCode.CONFLICT, "Something like it exists already").build();
    }
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, fault, () -> "API incident " + incident);
    ErrorCode code = isDatabase(fault, sql) ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL;
    String message =
        code == ErrorCode.UNAVAILABLE
            ? "The database is out of reach; try again in a moment"
            : "Something went wrong on our side";
    return ApiError.response(code.status(), code.name(), message, Map.of("incident", incident))
        .build();
  }

  private static boolean isConflict(@Nullable SQLException sql) {
    return sql instanceof SQLIntegrityConstraintViolationException
        || (sql != null
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith(INTEGRITY_CONSTRAINT));
  }

  private static boolean isDatabase(Throwable fault, @Nullable SQLException sql) {
    return sql != null
        || find(fault, DatabaseFault.class) != null
        || find(fault, PersistenceException.class) != null;
  }

  private static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> type) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
