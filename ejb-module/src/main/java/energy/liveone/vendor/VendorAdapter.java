package energy.liveone.vendor;

import energy.liveone.point.PointDefinition;
import energy.liveone.system.VendorType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Speaks one vendor's language. Implementations are stateless CDI beans, safe for any number of
 * calls at once, and never block: what they wait for they return as a stage. They map every vendor
 * error to a {@link Failure}; a stage that completes exceptionally is a bug of the adapter. Stages
 * complete on the few threads of {@link VendorHttp}: what blocks after them, such as the database,
 * must hop to threads of its own.
 */
public interface VendorAdapter {
  /** The key of this vendor everywhere. */
  VendorType vendorType();

  /** The vendor's name for people. */
  String displayName();

  /** One sentence that says which devices this covers. */
  String description();

  /** What can be done with this vendor. */
  VendorCapabilities capabilities();

  /** What the set-up form asks for, in this order. */
  List<CredentialField> credentialFields();

  /**
   * The site that these credentials name, in the form in which it is stored; empty when they name
   * none that could exist. Vendors whose sites are only discovered answer empty.
   */
  Optional<String> vendorSiteId(Credentials credentials);

  /**
   * The field of {@link #credentialFields} that names the site. A text in it that names none is
   * refused without a call; a site that was chosen from a list goes into it. Empty for vendors
   * whose sites are not typed.
   */
  default Optional<String> siteField() {
    return Optional.empty();
  }

  /** How often the vendor has something new. */
  PollPolicy pollPolicy();

  /** When the vendor has something new for a site; at equal distances unless it says otherwise. */
  default PollRhythm rhythm() {
    return PollRhythm.steady(pollPolicy());
  }

  /** What the vendor allows; nothing unless it says so. */
  default List<QuotaLimit> quotaLimits() {
    return List.of();
  }

  /** Most calls that one poll takes and that count against the quota; 1 unless it says so. */
  default int callsPerPoll(VendorSystem system) {
    return 1;
  }

  /**
   * Most calls that a test of a stored system takes and that count against the quota; as many as a
   * poll unless it says otherwise.
   */
  default int callsPerTest(VendorSystem system) {
    return callsPerPoll(system);
  }

  /**
   * What tells the accounts of this vendor apart, as far as quotas go: an API key, an e-mail
   * address. It is hashed before it is kept. All credentials unless the vendor says otherwise.
   */
  default String quotaAccount(Credentials credentials) {
    return credentials.fingerprint();
  }

  /**
   * Tries credentials and reads current values. Stores nothing.
   *
   * @param system site and options to try; its {@code sessionKey} must not be that of a stored
   *     system
   */
  CompletionStage<ConnectionTest> testConnection(VendorSystem system, Credentials credentials);

  /**
   * Reads what is new. Push-only vendors answer {@link FetchResult.NothingNew}.
   *
   * @param poll what this poll may spend and what earlier ones noted
   */
  CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll);

  /** The points that a new system of this vendor starts with. */
  List<PointDefinition> defaultPoints(VendorSystem system);
}
