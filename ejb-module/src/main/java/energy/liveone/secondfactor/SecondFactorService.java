package energy.liveone.secondfactor;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.secondfactor.SecondFactors.Stored;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Second factors of accounts. A secret that does not open with the present encryption key fits no
 * code; recovery codes work without it.
 */
@ApplicationScoped
public class SecondFactorService {
  private static final Logger LOG = Logger.getLogger(SecondFactorService.class.getName());
  private static final int RECOVERY_CODES = 10;
  private static final String FIELD = "secret";

  private final SecondFactors factors;
  private final CredentialCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  SecondFactorService(SecondFactors factors, CredentialCipher cipher, AuditLog audit, Clock clock) {
    this.factors = factors;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SecondFactorService() {
    this(null, null, null, null);
  }

  /**
   * Where an account stands.
   *
   * @param active whether signing in asks for codes
   * @param recoveryCodesLeft 0 to 10
   */
  public record Standing(boolean active, int recoveryCodesLeft) {}

  /** Whether signing in asks for a code. */
  public boolean isActive(AccountId account) {
    return factors.find(account).filter(Stored::confirmed).isPresent();
  }

  /** Whether signing in asks for codes, and how many recovery codes are left. */
  @Transactional
  public Standing standing(AccountId account) {
    return new Standing(isActive(account), factors.recoveryCodesLeft(account));
  }

  /**
   * Makes a secret for a device; codes are asked for once one of them was confirmed.
   *
   * @return empty when the account has a second factor
   */
  @Transactional
  public Optional<TotpSecret> begin(AccountProfile account) {
    if (isActive(account.id())) {
      return Optional.empty();
    }
    TotpSecret secret = TotpSecret.generate();
    Credentials sealable = new Credentials(Map.of(FIELD, secret.base32()));
    factors.begin(account.id(), cipher.seal(holder(account.id()), sealable), clock.instant());
    return Optional.of(secret);
  }

  /**
   * Takes the first code of the device; from now on codes are asked for.
   *
   * @return recovery codes, told this once; empty when the code is wrong or nothing was begun
   */
  @Transactional
  public Optional<List<String>> confirm(AccountId account, String code) {
    boolean isBegun = factors.find(account).filter(stored -> !stored.confirmed()).isPresent();
    if (!isBegun || !fits(account, code)) {
      return Optional.empty();
    }
    factors.confirm(account, clock.instant());
    audit.record(AuditAct.SECOND_FACTOR_ON, subject(account));
    return Optional.of(replacedCodes(account));
  }

  /** Whether this is a code of the account's device now; each works once. */
  @Transactional
  public boolean accept(AccountId account, String code) {
    return isActive(account) && fits(account, code);
  }

  private boolean fits(AccountId account, String code) {
    Optional<Stored> stored = factors.find(account);
    OptionalLong step =
        stored
            .flatMap(known -> open(account, known))
            .map(
                secret ->
                    secret.stepOf(
                        code.replaceAll("\\s", ""),
                        clock.instant(),
                        stored.orElseThrow().lastStep()))
            .orElse(OptionalLong.empty());
    return step.isPresent() && factors.useStep(account, step.getAsLong());
  }

  /** Uses up a recovery code; whether there was such a one. */
  @Transactional
  public boolean use(AccountId account, RecoveryCode code) {
    boolean isUsed = factors.useRecoveryCode(account, code.sha256(account));
    if (isUsed) {
      audit.record(
          AuditAct.RECOVERY_CODE_USED,
          subject(account),
          Map.of(),
          Map.of("left", factors.recoveryCodesLeft(account)));
    }
    return isUsed;
  }

  /** Ten recovery codes in place of all earlier ones, told this once. */
  @Transactional
  public List<String> newRecoveryCodes(AccountId account) {
    audit.record(AuditAct.RECOVERY_CODES_RENEWED, subject(account));
    return replacedCodes(account);
  }

  private static AuditSubject subject(AccountId account) {
    return AuditSubject.account(account.value());
  }

  private List<String> replacedCodes(AccountId account) {
    List<RecoveryCode> codes =
        Stream.generate(RecoveryCode::generate).limit(RECOVERY_CODES).toList();
    factors.replaceRecoveryCodes(
        account, codes.stream().map(code -> code.sha256(account)).toList());
    return codes.stream().map(RecoveryCode::text).toList();
  }

  /** No codes are asked for from now on; whether they were. */
  @Transactional
  public boolean remove(AccountId account) {
    boolean wasThere = factors.remove(account);
    if (wasThere) {
      audit.record(AuditAct.SECOND_FACTOR_OFF, subject(account));
    }
    return wasThere;
  }

  private Optional<TotpSecret> open(AccountId account, Stored stored) {
    if (cipher.open(holder(account), stored.sealedSecret()) instanceof Opened opened) {
      return opened.credentials().get(FIELD).map(TotpSecret::ofBase32);
    }
    LOG.severe(() -> "The second factor of account %s does not open".formatted(account));
    return Optional.empty();
  }

  private static String holder(AccountId account) {
    return "second-factor:" + account;
  }
}
