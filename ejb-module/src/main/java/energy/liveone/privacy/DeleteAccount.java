package energy.liveone.privacy;

import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditActor;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes accounts for those who asked. The caller has made sure that whoever asks may; {@link
 * Erasures#keep} follows after the transaction.
 */
@ApplicationScoped
public class DeleteAccount {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PSEUDONYM_BYTES = 6;

  private final JpaErasures erasures;
  private final EraseAccount erase;
  private final AuditLog audit;

  @Inject
  DeleteAccount(JpaErasures erasures, EraseAccount erase, AuditLog audit) {
    this.erasures = erasures;
    this.erase = erase;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DeleteAccount() {
    this(null, null, null);
  }

  /**
   * What was deleted.
   *
   * @param systems how many went with the account
   * @param waitingPoints points of deleted systems whose readings are being removed, of everybody
   */
  public record Deleted(int systems, int waitingPoints) {}

  /**
   * Deletes an account with everything in it.
   *
   * @param byOwner whether its owner asked, and not an administrator
   * @return empty when nobody could administer the installation any more; nothing is changed then
   */
  @Transactional
  public Optional<Deleted> delete(AccountProfile account, boolean byOwner) {
    if (account.isAdmin() && erasures.adminsBeside(account.id().value()) == 0) {
      return Optional.empty();
    }
    String pseudonym = pseudonym();
    int systems = erase.erase(account, pseudonym);
    AuditSubject subject = AuditSubject.of(AuditSubject.ACCOUNT, pseudonym);
    Map<String, Object> facts = Map.of("systems", systems, "byOwner", byOwner);
    if (byOwner) {
      audit.recordAs(AuditActor.forgotten(pseudonym), AuditAct.ACCOUNT_DELETED, subject, facts);
    } else {
      audit.record(AuditAct.ACCOUNT_DELETED, subject, Map.of(), facts);
    }
    return Optional.of(new Deleted(systems, erasures.waitingPoints()));
  }

  private static String pseudonym() {
    byte[] bytes = new byte[PSEUDONYM_BYTES];
    RANDOM.nextBytes(bytes);
    return "deleted-" + HexFormat.of().formatHex(bytes);
  }
}
