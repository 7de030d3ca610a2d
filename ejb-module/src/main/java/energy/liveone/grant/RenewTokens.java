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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

  /**
   * Makes the threads as well: they take over what the container knows of the application from
   * whoever makes them, and without it they can use no database.
   */
  @PostConstruct
  void start() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.prestartAllCoreThreads();
    executor = pool;
  }

  /** A call that makes the bean behind its proxy. */
  void ready() {}

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
