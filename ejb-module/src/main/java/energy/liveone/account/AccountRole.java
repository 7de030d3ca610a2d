package energy.liveone.account;

/** What an account is in the whole installation; rights to single systems come on top. */
public enum AccountRole {
  /** Owns systems and sees those that others share. */
  USER,
  /** Sees and changes everything. */
  ADMIN
}
