package energy.liveone.vendor;

import energy.liveone.system.VendorType;
import java.net.URI;
import java.util.concurrent.CompletionStage;

/**
 * The role of a vendor whose credentials come from an OAuth redirect (RFC 6749, 4.1). Its systems
 * are found with {@link VendorAdapter#testConnection} for a system without a site. Like an adapter:
 * a stateless CDI bean that never blocks and maps every error to a {@link Failure}.
 */
public interface OAuthVendor {
  /** The vendor. */
  VendorType vendorType();

  /** Whether the operator has registered this installation with the vendor. */
  boolean isConfigured();

  /**
   * Where the owner's browser is sent.
   *
   * @param state comes back with the answer
   * @throws IllegalStateException when not configured
   */
  URI authorizationUri(String state);

  /** Turns the code that came back into tokens. */
  CompletionStage<TokenOutcome> exchange(String code);
}
