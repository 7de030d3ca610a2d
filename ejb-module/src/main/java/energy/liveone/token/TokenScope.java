package energy.liveone.token;

/** What a token may do at most; its account may have to do with less. */
public enum TokenScope {
  /** See what the account sees, except for what is for administrators. */
  READ,
  /** Change what the account may change as well, except for what is for administrators. */
  WRITE,
  /** All that the account may do. */
  ADMIN
}
