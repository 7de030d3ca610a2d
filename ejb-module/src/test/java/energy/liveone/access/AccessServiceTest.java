package energy.liveone.access;

import static energy.liveone.access.Callers.ADMIN;
import static energy.liveone.access.Callers.GUEST;
import static energy.liveone.access.Callers.OTHER;
import static energy.liveone.access.Callers.OTHER_SYSTEM;
import static energy.liveone.access.Callers.OWNER;
import static energy.liveone.access.Callers.OWNER_ACCOUNT;
import static energy.liveone.access.Callers.OWNER_ID;
import static energy.liveone.access.Callers.SYSTEM;
import static energy.liveone.access.Callers.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.account.AccountId;
import energy.liveone.token.TokenScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessServiceTest {
  private final CurrentCaller current = new CurrentCaller();
  private final Grants grants = new Grants();
  private final AccessService access =
      new AccessService(current, new SystemsOfOneOwner(OWNER_ID, SYSTEM, OTHER_SYSTEM), grants);

  /** One shared system, and a database that may be down. */
  private static final class Grants implements ViewerGrants {
    private final List<Collection<Subject>> asked = new ArrayList<>();
    private Set<Subject> shared = Set.of(Subject.of(SYSTEM));
    private boolean down;

    @Override
    public Set<Subject> among(AccountId viewer, Collection<Subject> subjects) {
      asked.add(subjects);
      return of(viewer);
    }

    @Override
    public Set<Subject> of(AccountId viewer) {
      if (down) {
        throw new IllegalStateException("The database is down");
      }
      return shared;
    }
  }

  @Test
  void nobodyAsksForGrantsWhereOwnershipOrRoleDecides() {
    for (Caller settled : List.of(OWNER, ADMIN, GUEST, token(OWNER_ACCOUNT, TokenScope.READ))) {
      current.become(settled);
      assertThat(access.requireSystemAccess(SYSTEM, Permission.READ).rights().canRead()).isTrue();
    }

    assertThat(grants.asked).isEmpty();
  }

  @Test
  void viewersReadWhatIsSharedAndNothingElse() {
    current.become(OTHER);

    assertThat(access.requireSystemAccess(SYSTEM, Permission.READ).rights().canWrite()).isFalse();
    assertRefused(Refusal.NOT_ALLOWED, () -> access.requireSystemAccess(SYSTEM, Permission.OWN));
    assertRefused(
        Refusal.NOT_FOUND,
        () -> access.requireSystemAccess(List.of(SYSTEM, OTHER_SYSTEM), Permission.READ));
    assertThat(grants.asked).hasSize(3);
  }

  @Test
  void withoutTheDatabaseNobodyGetsInAsAViewer() {
    current.become(OTHER);
    grants.down = true;

    assertThatThrownBy(() -> access.requireSystemAccess(SYSTEM, Permission.READ))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> access.requireCompositeAccess(1, Optional.of(OWNER_ID), Permission.READ))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(access::visibleSystems).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void compositesAreSharedLikeSystems() {
    grants.shared = Set.of(Subject.ofComposite(4));
    current.become(OTHER);

    Optional<AccountId> owner = Optional.of(OWNER_ID);
    assertThat(access.requireCompositeAccess(4, owner, Permission.READ).canRead()).isTrue();
    assertThat(access.sharedComposites()).containsExactly(Subject.ofComposite(4));
    assertRefused(
        Refusal.NOT_ALLOWED, () -> access.requireCompositeAccess(4, owner, Permission.WRITE));
    assertRefused(
        Refusal.NOT_FOUND, () -> access.requireCompositeAccess(5, owner, Permission.READ));
    assertRefused(
        Refusal.NOT_FOUND,
        () -> access.requireCompositeAccess(4, Optional.empty(), Permission.READ));
    assertRefused(Refusal.NOT_FOUND, () -> access.requireSystemAccess(SYSTEM, Permission.READ));
  }

  @Test
  void requestsThatChangeSomethingRefuseWhoOnlyReads() {
    current.mayChange();
    current.become(token(OWNER_ACCOUNT, TokenScope.READ));

    assertRefused(Refusal.NOT_ALLOWED, access::requireAuth);
    assertRefused(Refusal.NOT_ALLOWED, () -> access.requireWholeAccount(false));
    assertRefused(Refusal.NOT_ALLOWED, () -> access.requireSystemAccess(SYSTEM, Permission.READ));
    current.become(GUEST);
    assertRefused(Refusal.NOT_ALLOWED, access::requireReader);
    assertRefused(Refusal.NOT_SIGNED_IN, access::requireAuth);
    current.become(token(OWNER_ACCOUNT, TokenScope.WRITE));
    assertThat(access.requireSystemAccess(SYSTEM, Permission.OWN).rights().isOwner()).isTrue();
  }

  @Test
  void whatChangesSomethingOnReadingMethodsRefusesWhoOnlyReads() {
    current.become(token(OWNER_ACCOUNT, TokenScope.READ));

    assertThat(access.requireWholeAccount(false).isSignedIn()).isTrue();
    assertRefused(Refusal.NOT_ALLOWED, () -> access.requireWholeAccount(true));
  }

  private static void assertRefused(Refusal refusal, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            AccessRefused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
