package energy.liveone.web.provider;

import energy.liveone.identity.Admission.Reason;
import energy.liveone.oidc.OidcOutcome.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a provider did not let somebody in, as pages are told in their address. */
enum ProviderProblem {
  UNREACHABLE,
  DENIED,
  REFUSED,
  NOT_CONCERNED,
  EMAIL_NOT_VERIFIED,
  ACCOUNT_NOT_VERIFIED,
  NO_ACCOUNT,
  DISABLED,
  LINKED_ELSEWHERE;

  static ProviderProblem of(Problem problem) {
    return switch (problem) {
      case UNREACHABLE -> UNREACHABLE;
      case DENIED -> DENIED;
      case REFUSED -> REFUSED;
    };
  }

  static ProviderProblem of(Reason reason) {
    return switch (reason) {
      case NOT_CONCERNED -> NOT_CONCERNED;
      case EMAIL_NOT_VERIFIED -> EMAIL_NOT_VERIFIED;
      case ACCOUNT_NOT_VERIFIED -> ACCOUNT_NOT_VERIFIED;
      case NO_ACCOUNT -> NO_ACCOUNT;
      case DISABLED -> DISABLED;
      case LINKED_ELSEWHERE -> LINKED_ELSEWHERE;
    };
  }

  /** As in addresses and in the keys of words. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What an address tells; anything else is nothing. */
  static Optional<ProviderProblem> parse(@Nullable String text) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
  }
}
