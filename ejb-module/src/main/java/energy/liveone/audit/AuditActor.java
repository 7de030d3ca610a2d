package energy.liveone.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, as they were called at that moment.
 *
 * @param accountOrNull the id of the account; null where there is none
 * @param emailOrNull its address then
 * @param nameOrNull of a token, a link or a service
 */
public record AuditActor(
    ActorKind kind,
    @Nullable Integer accountOrNull,
    @Nullable String emailOrNull,
    @Nullable String nameOrNull) {
  /** Somebody who has not signed in. */
  public static final AuditActor ANONYMOUS = new AuditActor(ActorKind.ANONYMOUS, null, null, null);

  /** A scheduler. */
  public static final AuditActor CRON = new AuditActor(ActorKind.CRON, null, null, null);

  /** The product itself. */
  public static final AuditActor SYSTEM = new AuditActor(ActorKind.SYSTEM, null, null, null);

  /** Somebody who signed in. */
  public static AuditActor user(int account, String email) {
    return new AuditActor(ActorKind.USER, account, email, null);
  }

  /** Somebody who has just deleted the account. */
  public static AuditActor forgotten(String pseudonym) {
    return new AuditActor(ActorKind.USER, null, null, pseudonym);
  }

  boolean isForgotten() {
    return kind == ActorKind.USER && accountOrNull == null;
  }

  /** A script. */
  public static AuditActor token(int account, String email, @Nullable String name) {
    return new AuditActor(ActorKind.TOKEN, account, email, name);
  }

  /** Somebody with a link that was shared. */
  public static AuditActor share(String name) {
    return new AuditActor(ActorKind.SHARE, null, null, name);
  }

  /** A service that signs its messages. */
  public static AuditActor service(String name) {
    return new AuditActor(ActorKind.SERVICE, null, null, name);
  }
}
