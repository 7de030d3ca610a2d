package energy.liveone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.account.SignInOutcome.Rejected;
import energy.liveone.account.SignInOutcome.SignedIn;
import energy.liveone.account.SignInOutcome.Throttled;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
  private static final EmailAddress ANNA = new EmailAddress("Anna@LiveOne.example");

  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final AccountService service =
      new AccountService(accounts, new SignInThrottle(CLOCK), CLOCK);

  @Test
  void theRightPasswordSignsIn() {
    service.add(ANNA, "Anna", AccountRole.USER, "a long password");

    SignInOutcome outcome = service.signIn(" ANNA@liveone.EXAMPLE ", "a long password", "::1");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SignedIn.class, in -> assertThat(in.account().email()).isEqualTo(ANNA));
  }

  @Test
  void wrongPasswordAndUnknownAddressLookTheSame() {
    service.add(ANNA, "Anna", AccountRole.USER, "a long password");

    assertThat(service.signIn("anna@liveone.example", "wrong", "::1")).isEqualTo(new Rejected());
    assertThat(service.signIn("nobody@liveone.example", "wrong", "::1")).isEqualTo(new Rejected());
    assertThat(service.signIn("not an address", "wrong", "::1")).isEqualTo(new Rejected());
  }

  @Test
  void guessingEndsInWaiting() {
    service.add(ANNA, "Anna", AccountRole.USER, "a long password");

    for (int i = 0; i < 5; i++) {
      assertThat(service.signIn(ANNA.value(), "wrong", "::1")).isInstanceOf(Rejected.class);
    }

    assertThat(service.signIn(ANNA.value(), "a long password", "::1"))
        .isInstanceOf(Throttled.class);
  }

  @Test
  void anAddressIsUsedOnce() {
    service.add(ANNA, "Anna", AccountRole.USER, "a long password");

    assertThatThrownBy(() -> service.add(ANNA, "Anna", AccountRole.USER, "a long password"))
        .isInstanceOf(EmailTaken.class);
  }

  @Test
  void anExistingAdminKeepsTheirPassword() {
    assertThat(service.ensureAdmin(ANNA, "first")).isTrue();

    assertThat(service.ensureAdmin(ANNA, "second")).isFalse();

    assertThat(service.signIn(ANNA.value(), "first", "::1")).isInstanceOf(SignedIn.class);
  }

  @Test
  void shortPasswordsAreRefused() {
    assertThatThrownBy(() -> service.add(ANNA, "Anna", AccountRole.USER, "short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class InMemoryAccounts implements AccountRepository {
    private final List<Account> stored = new ArrayList<>();

    @Override
    public Optional<Account> find(AccountId id) {
      return stored.stream().filter(a -> a.profile().id().equals(id)).findFirst();
    }

    @Override
    public Optional<Account> findByEmail(EmailAddress email) {
      return stored.stream().filter(a -> a.profile().email().equals(email)).findFirst();
    }

    @Override
    public List<Account> all() {
      return List.copyOf(stored);
    }

    @Override
    public Account add(Account account) {
      account.assignId(stored.size() + 1);
      stored.add(account);
      return account;
    }
  }
}
