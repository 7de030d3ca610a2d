package energy.liveone.secondfactor;

import energy.liveone.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Second factors without a database. */
public final class InMemorySecondFactors implements SecondFactors {
  private final Map<AccountId, Stored> stored = new HashMap<>();
  private final Map<AccountId, List<byte[]>> codes = new HashMap<>();

  @Override
  public Optional<Stored> find(AccountId account) {
    return Optional.ofNullable(stored.get(account));
  }

  @Override
  public void begin(AccountId account, String sealedSecret, Instant now) {
    stored.put(account, new Stored(sealedSecret, false, -1));
  }

  @Override
  public void confirm(AccountId account, Instant now) {
    stored.computeIfPresent(
        account, (id, one) -> new Stored(one.sealedSecret(), true, one.lastStep()));
  }

  @Override
  public boolean useStep(AccountId account, long step) {
    Stored one = stored.get(account);
    if (one == null || one.lastStep() >= step) {
      return false;
    }
    stored.put(account, new Stored(one.sealedSecret(), one.confirmed(), step));
    return true;
  }

  @Override
  public boolean remove(AccountId account) {
    codes.remove(account);
    return stored.remove(account) != null;
  }

  @Override
  public void replaceRecoveryCodes(AccountId account, List<byte[]> sha256) {
    codes.put(account, new ArrayList<>(sha256));
  }

  @Override
  public boolean useRecoveryCode(AccountId account, byte[] sha256) {
    return codes
        .computeIfAbsent(account, id -> new ArrayList<>())
        .removeIf(hash -> Arrays.equals(hash, sha256));
  }

  @Override
  public int recoveryCodesLeft(AccountId account) {
    return codes.getOrDefault(account, List.of()).size();
  }
}
