package energy.liveone.access;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.access.AccessDecision.Granted;
import energy.liveone.access.AccessDecision.Refused;
import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.EmailAddress;
import energy.liveone.system.SystemHead;
import energy.liveone.system.SystemId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final SystemId SYSTEM = new SystemId(7);
  private static final SystemHead HEAD = new SystemHead(1, 1);
  private static final Caller OWNER = caller(1, AccountRole.USER);
  private static final Caller STRANGER = caller(2, AccountRole.USER);
  private static final Caller ADMIN = caller(3, AccountRole.ADMIN);

  private static Caller caller(int id, AccountRole role) {
    return Caller.of(
        new AccountProfile(
            new AccountId(id),
            new EmailAddress("a" + id + "@liveone.example"),
            "A",
            role,
            0,
            true,
            false,
            Instant.EPOCH));
  }

  @Test
  void onlyAccountsAreSignedIn() {
    assertThat(AccessRules.auth(OWNER)).isInstanceOf(Granted.class);
    assertThat(refusal(AccessRules.auth(Caller.ANONYMOUS))).isEqualTo(Refusal.NOT_SIGNED_IN);
    assertThat(refusal(AccessRules.auth(Caller.CRON))).isEqualTo(Refusal.NOT_SIGNED_IN);
  }

  @Test
  void onlyAdministratorsAdminister() {
    assertThat(AccessRules.admin(ADMIN)).isInstanceOf(Granted.class);
    assertThat(refusal(AccessRules.admin(OWNER))).isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(refusal(AccessRules.admin(Caller.ANONYMOUS))).isEqualTo(Refusal.NOT_SIGNED_IN);
    assertThat(refusal(AccessRules.admin(Caller.CRON))).isEqualTo(Refusal.NOT_SIGNED_IN);
  }

  @Test
  void schedulersAndAdministratorsStartBackgroundWork() {
    assertThat(AccessRules.cronOrAdmin(Caller.CRON)).isInstanceOf(Granted.class);
    assertThat(AccessRules.cronOrAdmin(ADMIN)).isInstanceOf(Granted.class);
    assertThat(refusal(AccessRules.cronOrAdmin(OWNER))).isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(refusal(AccessRules.cronOrAdmin(Caller.ANONYMOUS))).isEqualTo(Refusal.NOT_SIGNED_IN);
  }

  @Test
  void ownersDoEverythingWithTheirSystems() {
    for (Permission permission : Permission.values()) {
      assertThat(decide(OWNER, permission)).isInstanceOf(Granted.class);
    }
  }

  @Test
  void administratorsDoEverythingWithoutOwning() {
    for (Permission permission : Permission.values()) {
      assertThat(decide(ADMIN, permission)).isInstanceOf(Granted.class);
    }
    assertThat(AccessRules.accessTo(SYSTEM, HEAD, ADMIN).isOwner()).isFalse();
  }

  @Test
  void foreignSystemsLookLikeMissingOnes() {
    Refused foreign = (Refused) decide(STRANGER, Permission.READ);

    assertThat(foreign).isEqualTo(AccessRules.notFound(SYSTEM));
  }

  @Test
  void readersMayNotWrite() {
    SystemAccess viewer = new SystemAccess(SYSTEM, 1, true, false, false, false);

    assertThat(AccessRules.system(viewer, Permission.READ)).isInstanceOf(Granted.class);
    assertThat(refusal(AccessRules.system(viewer, Permission.WRITE)))
        .isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(refusal(AccessRules.system(viewer, Permission.OWN))).isEqualTo(Refusal.NOT_ALLOWED);
  }

  private static AccessDecision decide(Caller caller, Permission permission) {
    return AccessRules.system(AccessRules.accessTo(SYSTEM, HEAD, caller), permission);
  }

  private static Refusal refusal(AccessDecision decision) {
    return ((Refused) decision).refusal();
  }
}
