package energy.liveone.secondfactor;

import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditInMemory;
import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.CredentialKey;
import java.time.Clock;
import java.util.List;

/** A device that shows codes, and the service that checks them, without a database. */
public final class SecondFactorDevice {
  private final Clock clock;
  private final SecondFactorService service;
  private TotpSecret secret = TotpSecret.generate();

  public SecondFactorDevice(Clock clock) {
    this.clock = clock;
    CredentialCipher cipher =
        new CredentialCipher(CredentialKey.ofHex("ab".repeat(32)).orElseThrow());
    service =
        new SecondFactorService(
            new InMemorySecondFactors(), cipher, new AuditInMemory(clock).log(), clock);
  }

  public SecondFactorService service() {
    return service;
  }

  /** Makes the device the account's; the recovery codes. */
  public List<String> enrol(AccountProfile account) {
    secret = service.begin(account).orElseThrow();
    return service.confirm(account.id(), code()).orElseThrow();
  }

  /** What the device shows now. */
  public String code() {
    return secret.code(TotpSecret.stepAt(clock.instant()));
  }
}
