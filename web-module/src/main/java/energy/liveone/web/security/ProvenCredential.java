package energy.liveone.web.security;

import energy.liveone.account.AccountProfile;
import jakarta.security.enterprise.credential.Credential;

/** The word of an identity provider that opens this account; checked by who makes this. */
record ProvenCredential(AccountProfile account) implements Credential {
  @Override
  public String toString() {
    return "ProvenCredential";
  }
}
