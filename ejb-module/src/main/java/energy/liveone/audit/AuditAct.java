package energy.liveone.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is written down. Pages have words for each in {@code audit.act.<wire name>}. */
public enum AuditAct {
  /** Somebody signed in. */
  SIGNED_IN,
  /** A password or a code was wrong; one entry may stand for many attempts. */
  SIGN_IN_FAILED,
  /** Nothing was checked, because there were too many attempts; one entry stands for many. */
  SIGN_IN_THROTTLED,
  SIGNED_OUT,
  SIGNED_OUT_EVERYWHERE,
  ACCOUNT_CREATED,
  ACCOUNT_CHANGED,
  ACCOUNT_DELETED,
  ACCOUNT_EXPORTED,
  EMAIL_VERIFIED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  SECOND_FACTOR_ON,
  SECOND_FACTOR_OFF,
  RECOVERY_CODE_USED,
  RECOVERY_CODES_RENEWED,
  /** Another sign-in service was connected with the account. */
  IDENTITY_LINKED,
  IDENTITY_UNLINKED,
  TOKEN_CREATED,
  TOKEN_REVOKED,
  SHARE_INVITED,
  SHARE_ACCEPTED,
  SHARE_REVOKED,
  SHARE_LINK_CREATED,
  SHARE_LINK_REVOKED,
  SYSTEM_ADDED,
  SYSTEM_CHANGED,
  SYSTEM_DELETED,
  POINTS_CHANGED,
  CREDENTIALS_REPLACED,
  /** Access to an account at a vendor was granted by OAuth. */
  VENDOR_CONNECTED,
  READINGS_IMPORTED,
  BACKFILL_ORDERED,
  BACKFILL_STOPPED,
  AGGREGATES_REMADE,
  COMPOSITE_ADDED,
  COMPOSITE_CHANGED,
  COMPOSITE_DELETED,
  /** A clean-up was asked for, beyond those that the clock makes. */
  CLEANUP_ORDERED,
  DAILY_JOB_ORDERED,
  KEY_ROTATION_ORDERED,
  KEY_ROTATED,
  /** Deleted again, because a backup had brought it back. */
  DELETED_AGAIN;

  /** As in the database, in the API and in the keys of words. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The act of this wire name. */
  public static Optional<AuditAct> of(String wireName) {
    return Arrays.stream(values()).filter(act -> act.wireName().equals(wireName)).findFirst();
  }
}
