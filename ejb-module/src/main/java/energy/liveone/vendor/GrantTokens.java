package energy.liveone.vendor;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Keeps the tokens that owners granted. A refresh token is good once, so of all polls on all nodes
 * that want new tokens of a grant at the same time only one asks the vendor, and the others get
 * what it got. New tokens are stored before anybody uses them.
 */
public interface GrantTokens {
  /** The credential that names the grant, beside its tokens. */
  String GRANT = "grant";

  /**
   * Tokens in place of these, which are about to run out or were refused. Those that somebody else
   * has renewed meanwhile are as good as new ones.
   *
   * @param grant the value of {@link #GRANT}
   * @param stale the tokens that are no longer good
   * @param atVendor asks the vendor for new ones
   */
  CompletionStage<TokenOutcome> renew(
      String grant,
      OAuthTokens stale,
      Function<OAuthTokens, CompletionStage<TokenOutcome>> atVendor);
}
