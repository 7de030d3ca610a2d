package energy.liveone.identity;

import energy.liveone.account.EmailAddress;
import java.util.Set;

/**
 * Whom the operator lets in on a provider's word.
 *
 * @param newAccounts whether people without an account get one
 * @param emailDomains in lower case; when not empty, only people with a verified address in one of
 *     them
 */
public record AdmissionPolicy(boolean newAccounts, Set<String> emailDomains) {
  public AdmissionPolicy {
    emailDomains = Set.copyOf(emailDomains);
  }

  /** Whether the person is one of those for whom the provider is configured. */
  boolean concerns(ProvenPerson person) {
    return emailDomains.isEmpty()
        || person
            .verifiedEmail()
            .map(AdmissionPolicy::domain)
            .filter(emailDomains::contains)
            .isPresent();
  }

  private static String domain(EmailAddress email) {
    return email.value().substring(email.value().lastIndexOf('@') + 1);
  }
}
