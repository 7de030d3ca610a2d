package energy.liveone.grant;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.grant.Authorization.Connected;
import energy.liveone.grant.Authorization.RefusedByVendor;
import energy.liveone.grant.Authorization.Rejected;
import energy.liveone.grant.Authorization.Rejection;
import energy.liveone.grant.OAuthStates.Begun;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.OAuthVendor;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Connects accounts at vendors with OAuth. A state is random, kept as a hash, bound to the account
 * and the browser that began, good once and for 15 minutes: nobody can hand their own vendor
 * account to somebody else's session, or the other way round.
 */
@ApplicationScoped
public class ConnectAccounts {
  /** How long an owner may take at the vendor's page. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private final AccessService access;
  private final VendorRegistry vendors;
  private final OAuthStates states;
  private final JpaGrants grants;
  private final GrantedSites sites;
  private final ResumeSystems resume;
  private final Clock clock;

  @Inject
  public ConnectAccounts(
      AccessService access,
      VendorRegistry vendors,
      OAuthStates states,
      JpaGrants grants,
      GrantedSites sites,
      ResumeSystems resume,
      Clock clock) {
    this.access = access;
    this.vendors = vendors;
    this.states = states;
    this.grants = grants;
    this.sites = sites;
    this.resume = resume;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ConnectAccounts() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Begins an authorization.
   *
   * @param browser the value of the cookie that this browser gets, or has
   * @return where the browser goes; empty when the operator has not registered with the vendor
   */
  @RequireWholeAccount(changes = true)
  public Optional<URI> begin(VendorType vendor, SecretText browser) {
    Optional<OAuthVendor> oauth = vendors.oauth(vendor).filter(OAuthVendor::isConfigured);
    if (oauth.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    states.forgetExpired(now.minus(LIFETIME));
    grants.forgetUnused();
    SecretText state = SecretText.generate();
    states.add(new Begun(vendor, callerId(), browser.sha256(), now.plus(LIFETIME)), state);
    return Optional.of(oauth.get().authorizationUri(state.value()));
  }

  /** The vendor's answer, as it came through the browser; what is missing is empty. */
  public record Answer(String code, String state, String error, String browser) {
    /** Never prints itself. */
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /** Ends an authorization; may take as long as the vendor needs for its tokens. */
  @RequireWholeAccount(changes = true)
  public Authorization finish(VendorType vendor, Answer answer) {
    Optional<Rejection> rejection = check(vendor, answer);
    if (rejection.isPresent()) {
      return new Rejected(rejection.get());
    }
    if (!answer.error().isEmpty()) {
      return new Rejected(Rejection.ACCESS_DENIED);
    }
    if (answer.code().isEmpty()) {
      return new Rejected(Rejection.CODE_MISSING);
    }
    OAuthVendor oauth = vendors.oauth(vendor).orElseThrow();
    TokenOutcome outcome =
        Patience.await(
            oauth.exchange(answer.code()),
            (code, detail) -> new TokenOutcome.Refused(Failure.of(code, detail)));
    return outcome.fold(
        granted -> connect(vendor, granted.tokens()),
        refused -> new RefusedByVendor(asRefusal(refused.failure())));
  }

  /** A code that the vendor rejects is no grant that ended. */
  private static Failure asRefusal(Failure failure) {
    return failure.code() == FailureCode.AUTH_EXPIRED
        ? new Failure(
            FailureCode.AUTH_FAILED,
            "The vendor rejects the authorization code",
            failure.httpStatus(),
            null,
            false,
            null)
        : failure;
  }

  /** Why the answer is not accepted; uses the state up unless it is somebody else's. */
  private Optional<Rejection> check(VendorType vendor, Answer answer) {
    SecretText state = new SecretText(answer.state());
    Optional<Begun> begun = states.find(state).filter(found -> found.vendor().equals(vendor));
    if (begun.isEmpty()) {
      return Optional.of(Rejection.STATE_UNKNOWN);
    }
    boolean own =
        begun.get().accountId() == callerId()
            && MessageDigest.isEqual(
                begun.get().browserSha256(), new SecretText(answer.browser()).sha256());
    if (!own) {
      return Optional.of(Rejection.STATE_FOREIGN);
    }
    Instant now = clock.instant();
    if (!now.isBefore(begun.get().expiresAt())) {
      return Optional.of(Rejection.STATE_EXPIRED);
    }
    return states.use(state, now) ? Optional.empty() : Optional.of(Rejection.STATE_USED);
  }

  private Authorization connect(VendorType vendor, OAuthTokens tokens) {
    GrantId id = grants.connect(callerId(), vendor, tokens);
    int resumed = resume.resume(grants.systems(id));
    return new Connected(
        id,
        grants.find(id).map(sites::list).flatMap(GrantedSites::listed).orElse(List.of()),
        new HashSet<>(grants.sites(id)),
        resumed);
  }

  private int callerId() {
    return access.requireAuth().account().orElseThrow().id().value();
  }
}
