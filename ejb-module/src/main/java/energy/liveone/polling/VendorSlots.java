package energy.liveone.polling;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.VendorAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * How many conversations this node has with a vendor at once, and with one account of it. Whoever
 * converses takes a place first and leaves it afterwards; it may be left on any thread.
 */
@ApplicationScoped
public class VendorSlots {
  private final ConcurrentMap<VendorType, Semaphore> vendors = new ConcurrentHashMap<>();
  private final ConcurrentMap<AccountKey, Account> accounts = new ConcurrentHashMap<>();

  private record AccountKey(VendorType vendor, String account) {}

  /** An account's places, kept while anybody holds or wants one. */
  private static final class Account {
    private final Semaphore slots;
    private int users;

    Account(int places) {
      slots = new Semaphore(places);
    }
  }

  /** Takes a place; when false, all are taken. */
  public boolean tryEnter(VendorAdapter adapter, Credentials credentials) {
    if (!vendor(adapter).tryAcquire()) {
      return false;
    }
    if (!boundsAccounts(adapter)) {
      return true;
    }
    AccountKey key = key(adapter, credentials);
    if (use(key, adapter).slots.tryAcquire()) {
      return true;
    }
    unuse(key);
    vendor(adapter).release();
    return false;
  }

  /** Takes a place as soon as there is one. */
  public void enter(VendorAdapter adapter, Credentials credentials) {
    if (boundsAccounts(adapter)) {
      use(key(adapter, credentials), adapter).slots.acquireUninterruptibly();
    }
    vendor(adapter).acquireUninterruptibly();
  }

  /** Leaves a place that was taken with the same credentials. */
  public void leave(VendorAdapter adapter, Credentials credentials) {
    vendor(adapter).release();
    if (boundsAccounts(adapter)) {
      AccountKey key = key(adapter, credentials);
      accounts.computeIfPresent(
          key,
          (k, account) -> {
            account.slots.release();
            return account;
          });
      unuse(key);
    }
  }

  private Semaphore vendor(VendorAdapter adapter) {
    return vendors.computeIfAbsent(
        adapter.vendorType(), vendor -> new Semaphore(adapter.pollPolicy().maxConcurrent()));
  }

  private static boolean boundsAccounts(VendorAdapter adapter) {
    PollPolicy policy = adapter.pollPolicy();
    return policy.maxPerCredential() < policy.maxConcurrent();
  }

  private static AccountKey key(VendorAdapter adapter, Credentials credentials) {
    return new AccountKey(adapter.vendorType(), adapter.quotaAccount(credentials));
  }

  private Account use(AccountKey key, VendorAdapter adapter) {
    return accounts.compute(
        key,
        (k, known) -> {
          Account account =
              known == null ? new Account(adapter.pollPolicy().maxPerCredential()) : known;
          account.users++;
          return account;
        });
  }

  private void unuse(AccountKey key) {
    accounts.computeIfPresent(key, (k, account) -> --account.users == 0 ? null : account);
  }
}
