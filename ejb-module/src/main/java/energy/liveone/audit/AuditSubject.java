package energy.liveone.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an act was done to.
 *
 * @param type such as {@code account} or {@code system}
 * @param idOrNull its id; null when it has none, or is not known
 */
public record AuditSubject(String type, @Nullable String idOrNull) {
  /** The type of accounts. */
  public static final String ACCOUNT = "account";

  /** The type of systems. */
  public static final String SYSTEM = "system";

  /** The installation as a whole. */
  public static final AuditSubject INSTALLATION = new AuditSubject("installation", null);

  /** An account that nobody has, or that is not named here. */
  public static final AuditSubject NO_ACCOUNT = new AuditSubject(ACCOUNT, null);

  private static final int MAX_TYPE = 16;
  private static final int MAX_ID = 64;

  public AuditSubject {
    if (type.isBlank() || type.length() > MAX_TYPE) {
      throw new IllegalArgumentException("A type of subjects has 1 to 16 characters");
    }
    if (idOrNull != null && (idOrNull.isBlank() || idOrNull.length() > MAX_ID)) {
      throw new IllegalArgumentException("The id of a subject has 1 to 64 characters");
    }
  }

  /** A subject of any other type. */
  public static AuditSubject of(String type, Object id) {
    return new AuditSubject(type, id.toString());
  }

  /** An account. */
  public static AuditSubject account(int id) {
    return of(ACCOUNT, id);
  }

  /** A system. */
  public static AuditSubject system(int id) {
    return of(SYSTEM, id);
  }
}
