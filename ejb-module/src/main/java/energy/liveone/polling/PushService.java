package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.reading.Delivery;
import energy.liveone.reading.Retention;
import energy.liveone.reading.Written;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.PushParse;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushParse.PushIdentity;
import energy.liveone.vendor.PushParse.Store;
import energy.liveone.vendor.PushParse.Unusable;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes in pushes: parse, key, rate, plausibility of time, store, log. */
@ApplicationScoped
public class PushService implements ReceivePush {
  private static final Logger LOG = Logger.getLogger(PushService.class.getName());
  private static final Duration FUTURE = Duration.ofMinutes(2);
  private static final int TRIES = 4;

  @Inject private VendorRegistry vendors;
  @Inject private JpaPushKeys keys;
  @Inject private PushRate rate;
  @Inject private StorePush store;
  @Inject private SignNotices signs;
  @Inject private Retention retention;
  @Inject private Clock clock;

  @Override
  public boolean knows(VendorType vendor) {
    return vendors.receiver(vendor).isPresent();
  }

  @Override
  public PushReply receive(VendorType vendor, String format, String body, PushIdentity outer) {
    Instant received = clock.instant();
    PushParse parsed = vendors.receiver(vendor).orElseThrow().parse(format, body);
    return parsed.fold(
        push ->
            identified(
                vendor,
                push.identity(),
                outer,
                received,
                system -> store(system, vendor, push, received)),
        probe ->
            identified(
                vendor,
                probe.identity(),
                outer,
                received,
                system -> new PushReply.KeyAccepted(system.id(), system.name())),
        invalid -> invalid(vendor, invalid, outer, received),
        unusable ->
            identified(
                vendor,
                unusable.identity(),
                outer,
                received,
                system -> unusable(system, vendor, unusable, received)));
  }

  private PushReply identified(
      VendorType vendor,
      PushIdentity inner,
      PushIdentity outer,
      Instant received,
      Function<PushedSystem, PushReply> next) {
    String site = first(outer.vendorSiteId(), inner.vendorSiteId());
    String key = first(outer.apiKey(), inner.apiKey());
    if (site == null) {
      return new PushReply.Invalid("Missing siteId", "siteId");
    }
    if (key == null) {
      return new PushReply.Invalid("Missing apiKey", "apiKey");
    }
    Optional<PushedSystem> found = keys.find(vendor, site);
    if (found.isEmpty()) {
      return new PushReply.UnknownSite();
    }
    PushedSystem system = found.get();
    Optional<Duration> wait = rate.exceeded(system.id());
    if (wait.isPresent()) {
      return new PushReply.TooFrequent(wait.get());
    }
    if (!MessageDigest.isEqual(sha256(key), system.keySha256())) {
      store.log(refused(system, vendor, FailureCode.AUTH_FAILED, "Wrong key", null, received));
      return new PushReply.KeyRefused();
    }
    return next.apply(system);
  }

  private PushReply store(PushedSystem system, VendorType vendor, Store push, Instant received) {
    String trouble = timeTrouble(push.time(), received);
    if (trouble != null) {
      store.log(
          refused(system, vendor, FailureCode.INVALID_PAYLOAD, trouble, push.response(), received));
      return new PushReply.Invalid(trouble, "timestamp");
    }
    if (push.readings().isEmpty()) {
      String nothing = "No storable readings";
      store.log(
          refused(system, vendor, FailureCode.INVALID_PAYLOAD, nothing, push.response(), received));
      return new PushReply.NothingStorable(nothing);
    }
    Written written =
        storeWithRetry(
            new Delivery(system.id(), push.readings()),
            w -> attempt(system, vendor, push, w, received));
    if (!written.exists()) {
      return new PushReply.UnknownSite();
    }
    if (written.stored() > 0) {
      watchSigns(written, received);
      return new PushReply.Stored(
          system.id(), push.time(), Duration.between(push.time(), received), written.stored());
    }
    return written.duplicates() > 0
        ? new PushReply.Duplicate(push.time())
        : new PushReply.NothingStorable("No plausible readings");
  }

  /** The push is stored whatever comes of this. */
  private void watchSigns(Written written, Instant received) {
    SignWatch.Verdict verdict = signs.of(written);
    if (verdict == SignWatch.Verdict.AS_BEFORE) {
      return;
    }
    try {
      signs.tell(written.system(), verdict, received);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The owner of %s was not told".formatted(written.system()));
      signs.forget(written.system());
    }
  }

  private Written storeWithRetry(Delivery delivery, Function<Written, Attempt> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return store.store(delivery, attempt);
      } catch (RuntimeException e) {
        if (tries == TRIES || !DatabaseFault.isTransient(e)) {
          throw e;
        }
      }
    }
  }

  private PushReply unusable(
      PushedSystem system, VendorType vendor, Unusable unusable, Instant received) {
    store.log(
        refused(
            system,
            vendor,
            FailureCode.INVALID_PAYLOAD,
            unusable.message(),
            unusable.response(),
            received));
    return new PushReply.NothingStorable(unusable.message());
  }

  private PushReply invalid(
      VendorType vendor, Invalid invalid, PushIdentity outer, Instant received) {
    PushIdentity inner = invalid.identity();
    String site = first(outer.vendorSiteId(), inner == null ? null : inner.vendorSiteId());
    String key = first(outer.apiKey(), inner == null ? null : inner.apiKey());
    if (site != null && key != null) {
      // Only the device itself may write into the log of its system.
      keys.find(vendor, site)
          .filter(system -> MessageDigest.isEqual(sha256(key), system.keySha256()))
          .filter(system -> rate.exceeded(system.id()).isEmpty())
          .ifPresent(
              system ->
                  store.log(
                      refused(
                          system,
                          vendor,
                          FailureCode.INVALID_PAYLOAD,
                          invalid.message(),
                          null,
                          received)));
    }
    return new PushReply.Invalid(invalid.message(), invalid.field());
  }

  private @Nullable String timeTrouble(Instant time, Instant received) {
    if (time.isAfter(received.plus(FUTURE))) {
      return "The timestamp is more than 2 minutes in the future";
    }
    if (time.isBefore(received.minus(retention.raw()))) {
      return "The timestamp is older than what is kept";
    }
    return null;
  }

  private Attempt attempt(
      PushedSystem system, VendorType vendor, Store push, Written written, Instant received) {
    boolean stored = written.stored() > 0;
    FailureCode code =
        written.duplicates() > 0 ? FailureCode.DUPLICATE : FailureCode.INVALID_PAYLOAD;
    String text =
        written.rejected() > 0
            ? written.rejected() + " readings were not plausible or not wanted"
            : stored ? null : "Already stored";
    return new Attempt(
        system.id(),
        vendor,
        system.name(),
        SessionCause.PUSH,
        received,
        Duration.between(received, clock.instant()),
        stored,
        stored ? null : code.name(),
        text,
        push.sequence(),
        push.response(),
        written.stored());
  }

  private Attempt refused(
      PushedSystem system,
      VendorType vendor,
      FailureCode code,
      String text,
      @Nullable String response,
      Instant received) {
    return new Attempt(
        system.id(),
        vendor,
        system.name(),
        SessionCause.PUSH,
        received,
        Duration.between(received, clock.instant()),
        false,
        code.name(),
        text,
        null,
        response,
        0);
  }

  private static @Nullable String first(@Nullable String a, @Nullable String b) {
    return a != null && !a.isBlank() ? a : b != null && !b.isBlank() ? b : null;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
