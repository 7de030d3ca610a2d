package energy.liveone.grant;

import energy.liveone.lease.Leases;
import energy.liveone.vendor.GrantTokens;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.VendorSessions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Renews tokens: one renewal at a time for the same tokens on this node, one for a grant on all
 * nodes. Reads and writes the database on threads of its own, because those of the vendors' answers
 * must never wait.
 */
@ApplicationScoped
public class RenewTokens implements GrantTokens {
  private static final int THREADS = 4;

  private final GrantStore grants;
  private final Leases leases;
  private final VendorSessions running;
  private final Clock clock;
  private final Map<GrantId, Renewed> unsaved = new ConcurrentHashMap<>();

  @Resource private ManagedThreadFactory threads;

  private ExecutorService executor;

  /** New tokens that the database would not take. */
  record Renewed(Grant asRead, OAuthTokens tokens) {}

  @Inject
  public RenewTokens(GrantStore grants, Leases leases, VendorSessions running, Clock clock) {
    this.grants = grants;
    this.leases = leases;
    this.running = running;
    this.clock = clock;
  }

  /** On threads of any kind, for use without a container. */
  public RenewTokens(GrantStore grants, Leases leases, Clock clock, ExecutorService executor) {
    this(grants, leases, new VendorSessions(), clock);
    this.executor = executor;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected RenewTokens() {
    this.grants = null;
    this.leases = null;
    this.running = null;
    this.clock = null;
  }

  @PostConstruct
  void start() {
    executor = Executors.newFixedThreadPool(THREADS, threads);
  }

  /** Nothing more than that it is made; {@link RenewalAtStart} needs it. */
  void ready() {
    if (executor.isShutdown()) {
      throw new IllegalStateException("The server is stopping");
    }
  }

  @PreDestroy
  void stop() {
    executor.shutdown();
  }

  @Override
  public CompletionStage<TokenOutcome> renew(
      String grant,
      OAuthTokens stale,
      Function<OAuthTokens, CompletionStage<TokenOutcome>> atVendor) {
    GrantId id = GrantId.parse(grant).orElseThrow();
    // Only who holds the same tokens may share an outcome: it could be just these tokens.
    return running.loginOnce(
        id.holder() + '#' + stale.credentials().fingerprint(),
        TokenOutcome.class,
        () -> new Renewal(id, stale, atVendor, grants, leases, clock, unsaved, executor).begin());
  }
}
