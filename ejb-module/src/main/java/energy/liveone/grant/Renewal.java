package energy.liveone.grant;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import energy.liveone.grant.RenewTokens.Renewed;
import energy.liveone.lease.Lease;
import energy.liveone.lease.Leases;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.TokenOutcome.Granted;
import energy.liveone.vendor.TokenOutcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One renewal. The lease lets one node ask the vendor; whoever gets it looks at the stored tokens
 * again before. What the vendor gave is stored before it is told; when the database will not take
 * it, it is kept for the next renewal on this node, because the vendor gives nothing for the old
 * refresh token any more.
 */
final class Renewal {
  private static final Logger LOG = Logger.getLogger(Renewal.class.getName());

  /** Longer than a vendor call may take. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration LEAST_LIFE = Duration.ofMinutes(1);
  private static final long WAIT_MILLIS = 200;

  /** Together a little longer than a lease. */
  private static final int WAITS = 350;

  private static final int STORE_TRIES = 4;

  private final GrantId id;
  private final OAuthTokens stale;
  private final Function<OAuthTokens, CompletionStage<TokenOutcome>> atVendor;
  private final GrantStore grants;
  private final Leases leases;
  private final Clock clock;
  private final Map<GrantId, Renewed> unsaved;
  private final ExecutorService executor;

  Renewal(
      GrantId id,
      OAuthTokens stale,
      Function<OAuthTokens, CompletionStage<TokenOutcome>> atVendor,
      GrantStore grants,
      Leases leases,
      Clock clock,
      Map<GrantId, Renewed> unsaved,
      ExecutorService executor) {
    this.id = id;
    this.stale = stale;
    this.atVendor = atVendor;
    this.grants = grants;
    this.leases = leases;
    this.clock = clock;
    this.unsaved = unsaved;
    this.executor = executor;
  }

  /** What is known after a look at the store: an outcome, or the right to ask the vendor. */
  private record Look(Optional<TokenOutcome> outcome, Optional<Right> right) {
    static Look settled(TokenOutcome outcome) {
      return new Look(Optional.of(outcome), Optional.empty());
    }

    static final Look TAKEN = new Look(Optional.empty(), Optional.empty());
  }

  /** The right to ask the vendor for new tokens in place of those that were read. */
  private record Right(Lease lease, Grant asRead) {}

  CompletionStage<TokenOutcome> begin() {
    return attempt(0).exceptionally(this::fault);
  }

  private CompletionStage<TokenOutcome> attempt(int waits) {
    return supplyAsync(this::look, executor)
        .thenCompose(
            look -> {
              if (look.outcome().isPresent()) {
                return completedStage(look.outcome().get());
              }
              return look.right().isPresent()
                  ? ask(look.right().get())
                  : waits < WAITS ? attemptLater(waits + 1) : completedStage(tooLong());
            });
  }

  private CompletionStage<TokenOutcome> attemptLater(int waits) {
    return supplyAsync(() -> waits, delayedExecutor(WAIT_MILLIS, TimeUnit.MILLISECONDS, executor))
        .thenCompose(this::attempt);
  }

  private Look look() {
    Optional<TokenOutcome> known = stored(grants.find(id));
    if (known.isPresent()) {
      return Look.settled(known.get());
    }
    return leases.claim(id.holder(), LEASE, lease -> lease).map(this::lookAgain).orElse(Look.TAKEN);
  }

  /** Somebody may have renewed them between the first look and the claim. */
  private Look lookAgain(Lease lease) {
    try {
      Optional<Grant> grant = grants.find(id);
      Optional<TokenOutcome> known = stored(grant).or(() -> saved(grant.orElseThrow()));
      if (known.isPresent()) {
        leases.release(lease);
        return Look.settled(known.get());
      }
      return new Look(Optional.empty(), Optional.of(new Right(lease, grant.orElseThrow())));
    } catch (RuntimeException e) {
      leases.release(lease);
      throw e;
    }
  }

  /**
   * An outcome without the vendor: there is no such grant, or its tokens are not the stale ones.
   */
  private Optional<TokenOutcome> stored(Optional<Grant> grant) {
    if (grant.isEmpty()) {
      return Optional.of(disconnected());
    }
    OAuthTokens tokens = grant.get().tokens();
    boolean newer =
        !tokens.accessToken().equals(stale.accessToken())
            && tokens.lastsFor(LEAST_LIFE, clock.instant());
    return newer ? Optional.of(new Granted(tokens)) : Optional.empty();
  }

  /** Stores what an earlier renewal got but could not store. */
  private Optional<TokenOutcome> saved(Grant grant) {
    Renewed kept = unsaved.get(id);
    if (kept == null) {
      return Optional.empty();
    }
    boolean stored =
        kept.asRead().version() == grant.version() && grants.replace(grant, kept.tokens());
    unsaved.remove(id, kept);
    return stored ? Optional.of(new Granted(kept.tokens())) : Optional.empty();
  }

  private CompletionStage<TokenOutcome> ask(Right right) {
    return asked(() -> atVendor.apply(right.asRead().tokens()))
        .thenComposeAsync(
            outcome ->
                outcome.fold(
                    granted -> store(right, granted, 1),
                    refused -> completedStage(afterRefusal(right, refused))),
            executor)
        .whenCompleteAsync((outcome, error) -> leases.release(right.lease()), executor);
  }

  private static CompletionStage<TokenOutcome> asked(Supplier<CompletionStage<TokenOutcome>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private CompletionStage<TokenOutcome> store(Right right, Granted granted, int tries) {
    try {
      return completedStage(
          grants.replace(right.asRead(), granted.tokens()) ? granted : replacedMeanwhile());
    } catch (RuntimeException e) {
      if (tries < STORE_TRIES) {
        return supplyAsync(
                () -> tries + 1,
                delayedExecutor(WAIT_MILLIS * tries, TimeUnit.MILLISECONDS, executor))
            .thenCompose(next -> store(right, granted, next));
      }
      LOG.log(Level.SEVERE, e, () -> "New tokens of grant %s could not be stored".formatted(id));
      unsaved.put(id, new Renewed(right.asRead(), granted.tokens()));
      return completedStage(
          new Refused(Failure.of(FailureCode.INTERNAL, "New tokens could not be stored")));
    }
  }

  /** The owner has connected the account again meanwhile; those tokens are younger than ours. */
  private TokenOutcome replacedMeanwhile() {
    return grants
        .find(id)
        .<TokenOutcome>map(now -> new Granted(now.tokens()))
        .orElseGet(Renewal::disconnected);
  }

  private TokenOutcome afterRefusal(Right right, Refused refused) {
    return grants
        .find(id)
        .filter(now -> now.version() != right.asRead().version())
        .<TokenOutcome>map(now -> new Granted(now.tokens()))
        .orElse(refused);
  }

  private static TokenOutcome disconnected() {
    return new Refused(
        Failure.of(
            FailureCode.AUTH_EXPIRED, "The account is no longer connected: connect it again"));
  }

  private static TokenOutcome tooLong() {
    return new Refused(
        Failure.of(FailureCode.VENDOR_UNAVAILABLE, "Another renewal of these tokens does not end"));
  }

  private TokenOutcome fault(Throwable error) {
    LOG.log(Level.SEVERE, error, () -> "The tokens of grant %s were not renewed".formatted(id));
    return new Refused(Failure.of(FailureCode.INTERNAL, "The tokens could not be renewed"));
  }
}
