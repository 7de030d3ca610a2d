package energy.liveone.secondfactor;

import energy.liveone.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stored second factors. All methods join the caller's transaction where there is one. */
interface SecondFactors {
  /**
   * One as stored.
   *
   * @param lastStep step of the newest code that was used; negative when none was
   */
  record Stored(String sealedSecret, boolean confirmed, long lastStep) {}

  /** That of an account, also when it is not confirmed yet. */
  Optional<Stored> find(AccountId account);

  /** Stores one that is to be confirmed, in place of another that was not. */
  void begin(AccountId account, String sealedSecret, Instant now);

  /** From now on codes are asked for. */
  void confirm(AccountId account, Instant now);

  /**
   * Notes that the code of a step was used.
   *
   * @return false when that or a later one was used before, be it at the same moment elsewhere
   */
  boolean useStep(AccountId account, long step);

  /** Removes it with its recovery codes; whether there was one. */
  boolean remove(AccountId account);

  /** Stores recovery codes in place of all others. */
  void replaceRecoveryCodes(AccountId account, List<byte[]> sha256);

  /** Removes a recovery code; whether there was one. */
  boolean useRecoveryCode(AccountId account, byte[] sha256);

  /** How many are left. */
  int recoveryCodesLeft(AccountId account);
}
