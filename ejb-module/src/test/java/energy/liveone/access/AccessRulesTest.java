package energy.liveone.access;

import static energy.liveone.access.Callers.ADMIN;
import static energy.liveone.access.Callers.ADMIN_ACCOUNT;
import static energy.liveone.access.Callers.GUEST;
import static energy.liveone.access.Callers.GUEST_OF_ANOTHER;
import static energy.liveone.access.Callers.OTHER;
import static energy.liveone.access.Callers.OTHER_SYSTEM;
import static energy.liveone.access.Callers.OWNER;
import static energy.liveone.access.Callers.OWNER_ACCOUNT;
import static energy.liveone.access.Callers.OWNER_ID;
import static energy.liveone.access.Callers.SYSTEM;
import static energy.liveone.access.Callers.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.access.AccessDecision.Granted;
import energy.liveone.access.AccessDecision.Refused;
import energy.liveone.token.TokenScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role with every permission. */
class AccessRulesTest {
  private static final Subject SUBJECT = Subject.of(SYSTEM);
  private static final String YES = "yes";
  private static final String SIGN_IN = "NOT_SIGNED_IN";
  private static final String NO = "NOT_ALLOWED";
  private static final String MISSING = "NOT_FOUND";

  private static Caller ofOwner(TokenScope scope) {
    return token(OWNER_ACCOUNT, scope);
  }

  private static Caller chosen(TokenScope scope) {
    return token(OWNER_ACCOUNT, scope, Set.of(SYSTEM));
  }

  private static Caller elsewhere(TokenScope scope) {
    return token(OWNER_ACCOUNT, scope, Set.of(OTHER_SYSTEM));
  }

  /** Who asks, and what {@code auth}, {@code reader}, {@code wholeAccount}, {@code admin} say. */
  static Stream<Arguments> callersAndGuards() {
    return Stream.of(
        Arguments.of("anonymous", Caller.ANONYMOUS, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
        Arguments.of("guest", GUEST, SIGN_IN, YES, SIGN_IN, SIGN_IN, SIGN_IN),
        Arguments.of("cron", Caller.CRON, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, YES),
        Arguments.of("user", OWNER, YES, YES, YES, NO, NO),
        Arguments.of("admin", ADMIN, YES, YES, YES, YES, YES),
        Arguments.of("read", ofOwner(TokenScope.READ), YES, YES, YES, NO, NO),
        Arguments.of("write", ofOwner(TokenScope.WRITE), YES, YES, YES, NO, NO),
        Arguments.of("user's admin", ofOwner(TokenScope.ADMIN), YES, YES, YES, NO, NO),
        Arguments.of("chosen", chosen(TokenScope.WRITE), YES, YES, NO, NO, NO),
        Arguments.of(
            "of none", token(OWNER_ACCOUNT, TokenScope.READ, Set.of()), YES, YES, NO, NO, NO),
        Arguments.of("admin's read", token(ADMIN_ACCOUNT, TokenScope.READ), YES, YES, YES, NO, NO),
        Arguments.of(
            "admin's write", token(ADMIN_ACCOUNT, TokenScope.WRITE), YES, YES, YES, NO, NO),
        Arguments.of("admin's", token(ADMIN_ACCOUNT, TokenScope.ADMIN), YES, YES, YES, YES, YES),
        Arguments.of(
            "admin's chosen",
            token(ADMIN_ACCOUNT, TokenScope.ADMIN, Set.of(SYSTEM)),
            YES,
            YES,
            NO,
            NO,
            NO));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callersAndGuards")
  void everyGuardKnowsEveryCaller(
      String name,
      Caller caller,
      String auth,
      String reader,
      String wholeAccount,
      String admin,
      String cronOrAdmin) {
    assertThat(said(AccessRules.auth(caller))).isEqualTo(auth);
    assertThat(said(AccessRules.reader(caller))).isEqualTo(reader);
    assertThat(said(AccessRules.wholeAccount(caller))).isEqualTo(wholeAccount);
    assertThat(said(AccessRules.admin(caller))).isEqualTo(admin);
    assertThat(said(AccessRules.cronOrAdmin(caller))).isEqualTo(cronOrAdmin);
  }

  /** Who asks, whether they hold a grant, and what reading, writing and owning come to. */
  static Stream<Arguments> callersAndPermissions() {
    return Stream.of(
        Arguments.of("anonymous", Caller.ANONYMOUS, false, MISSING, MISSING, MISSING),
        Arguments.of("cron", Caller.CRON, false, MISSING, MISSING, MISSING),
        Arguments.of("a grant is an account's", Caller.ANONYMOUS, true, MISSING, MISSING, MISSING),
        Arguments.of("owner", OWNER, false, YES, YES, YES),
        Arguments.of("admin", ADMIN, false, YES, YES, YES),
        Arguments.of("stranger", OTHER, false, MISSING, MISSING, MISSING),
        Arguments.of("viewer", OTHER, true, YES, NO, NO),
        Arguments.of("guest", GUEST, false, YES, NO, NO),
        Arguments.of("other guest", GUEST_OF_ANOTHER, false, MISSING, MISSING, MISSING),
        Arguments.of("account with link", OTHER.withLink(SUBJECT), false, YES, NO, NO),
        Arguments.of("owner with link", OWNER.withLink(SUBJECT), false, YES, YES, YES),
        Arguments.of("read", ofOwner(TokenScope.READ), false, YES, NO, NO),
        Arguments.of("write", ofOwner(TokenScope.WRITE), false, YES, YES, YES),
        Arguments.of("chosen read", chosen(TokenScope.READ), false, YES, NO, NO),
        Arguments.of("chosen write", chosen(TokenScope.WRITE), false, YES, YES, YES),
        Arguments.of(
            "others chosen", elsewhere(TokenScope.WRITE), false, MISSING, MISSING, MISSING),
        Arguments.of(
            "chosen, with grant", elsewhere(TokenScope.WRITE), true, MISSING, MISSING, MISSING),
        Arguments.of(
            "viewer's write", token(OTHER.accountOrNull(), TokenScope.WRITE), true, YES, NO, NO),
        Arguments.of(
            "viewer's chosen",
            token(OTHER.accountOrNull(), TokenScope.READ, Set.of(SYSTEM)),
            true,
            YES,
            NO,
            NO),
        Arguments.of(
            "stranger's chosen",
            token(OTHER.accountOrNull(), TokenScope.WRITE, Set.of(SYSTEM)),
            false,
            MISSING,
            MISSING,
            MISSING),
        Arguments.of(
            "admin's write",
            token(ADMIN_ACCOUNT, TokenScope.WRITE),
            false,
            MISSING,
            MISSING,
            MISSING),
        Arguments.of("admin's", token(ADMIN_ACCOUNT, TokenScope.ADMIN), false, YES, YES, YES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callersAndPermissions")
  void everyCallerGetsTheirPermissionsAndNoMore(
      String name, Caller caller, boolean isGranted, String read, String write, String own) {
    Rights rights = AccessRules.rights(SUBJECT, OWNER_ID, caller, isGranted);

    assertThat(said(AccessRules.enough(SUBJECT, rights, Permission.READ))).isEqualTo(read);
    assertThat(said(AccessRules.enough(SUBJECT, rights, Permission.WRITE))).isEqualTo(write);
    assertThat(said(AccessRules.enough(SUBJECT, rights, Permission.OWN))).isEqualTo(own);
  }

  @Test
  void aGrantOfASystemIsNoneOfTheCompositeWithThatNumber() {
    Subject composite = Subject.ofComposite(SYSTEM.value());

    assertThat(AccessRules.rights(composite, OWNER_ID, GUEST, false).canRead()).isFalse();
    assertThat(AccessRules.rights(composite, OWNER_ID, chosen(TokenScope.READ), false).canRead())
        .isFalse();
  }

  @Test
  void whoOnlyReadsChangesNothingWhateverItIs() {
    for (Caller reader : Set.of(GUEST, ofOwner(TokenScope.READ), chosen(TokenScope.READ))) {
      assertThat(said(AccessRules.request(reader, true))).isEqualTo(NO);
      assertThat(said(AccessRules.request(reader, false))).isEqualTo(YES);
    }
    for (Caller writer : List.of(OWNER, ADMIN, Caller.CRON, ofOwner(TokenScope.WRITE))) {
      assertThat(said(AccessRules.request(writer, true))).isEqualTo(YES);
    }
  }

  @Test
  void administratorsDoEverythingWithoutOwning() {
    assertThat(AccessRules.rights(SUBJECT, OWNER_ID, ADMIN, false).isOwner()).isFalse();
    assertThat(AccessRules.rights(SUBJECT, OWNER_ID, ADMIN, false).byAdmin()).isTrue();
  }

  @Test
  void foreignSystemsLookLikeMissingOnes() {
    Rights none = AccessRules.rights(SUBJECT, OWNER_ID, OTHER, false);

    assertThat(AccessRules.enough(SUBJECT, none, Permission.READ))
        .isEqualTo(AccessRules.notFound(SUBJECT));
  }

  @Test
  void grantsAreLookedUpOnlyWhereTheyDecide() {
    assertThat(AccessRules.dependsOnGrant(SUBJECT, OWNER_ID, OTHER)).isTrue();
    for (Caller settled :
        Set.of(OWNER, ADMIN, GUEST, Caller.ANONYMOUS, Caller.CRON, elsewhere(TokenScope.READ))) {
      assertThat(AccessRules.dependsOnGrant(SUBJECT, OWNER_ID, settled)).isFalse();
    }
  }

  @Test
  void noAdministratorIsRestrictedAndNoGuestChangesAnything() {
    assertThatThrownBy(
            () -> new Caller(CallerRole.ADMIN, ADMIN_ACCOUNT, new Reach(false, null), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Caller(CallerRole.GUEST, null, Reach.FULL, SUBJECT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String said(AccessDecision decision) {
    return decision.fold((Granted granted) -> YES, (Refused refused) -> refused.refusal().name());
  }
}
