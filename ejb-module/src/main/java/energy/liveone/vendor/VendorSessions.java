package energy.liveone.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Logged-in sessions of vendors, in memory, one per credential. A restart costs one login each.
 * Keys come from {@link VendorSystem#sessionKey()}, so two credentials never share a session even
 * at the same vendor.
 */
@ApplicationScoped
public class VendorSessions {
  private final ConcurrentMap<String, Object> sessions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CompletableFuture<Object>> logins = new ConcurrentHashMap<>();

  /** The session under a key, if there is one of this type. */
  public <T> Optional<T> find(String sessionKey, Class<T> type) {
    return Optional.ofNullable(sessions.get(sessionKey)).filter(type::isInstance).map(type::cast);
  }

  /** Keeps a session, replacing an earlier one. */
  public void keep(String sessionKey, Object session) {
    sessions.put(sessionKey, session);
  }

  /** Forgets a session, but only if it is still this one: a newer login must survive. */
  public void forget(String sessionKey, Object session) {
    sessions.remove(sessionKey, session);
  }

  /** Forgets whatever is kept under a key, for example after new credentials. */
  public void forget(String sessionKey) {
    sessions.remove(sessionKey);
  }

  /**
   * Logs in at most once at a time per key: whoever asks while a login is under way shares its
   * outcome. The outcome is not kept beyond that; a login that succeeds calls {@link #keep} itself,
   * before its stage completes.
   *
   * @param key the session key, with whatever else must tell two logins apart
   * @param type the kind of outcome
   */
  public <T> CompletionStage<T> loginOnce(
      String key, Class<T> type, Supplier<? extends CompletionStage<T>> login) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> running = logins.putIfAbsent(key, mine);
    if (running == null) {
      begin(login)
          .whenComplete(
              (outcome, error) -> {
                logins.remove(key, mine);
                if (error == null) {
                  mine.complete(outcome);
                } else {
                  mine.completeExceptionally(error);
                }
              });
      running = mine;
    }
    return running.thenApply(type::cast);
  }

  private static <T> CompletionStage<T> begin(Supplier<? extends CompletionStage<T>> login) {
    try {
      return login.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
