package energy.liveone.web.security;

import jakarta.security.enterprise.credential.Credential;

/** The code of a second factor, for the account whose password was right moments ago. */
record CodeCredential(String code) implements Credential {
  @Override
  public String toString() {
    return "CodeCredential";
  }
}
