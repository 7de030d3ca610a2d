package energy.liveone.vendor;

import energy.liveone.vendor.FakeServer.Received;
import java.util.List;
import java.util.function.Function;

/**
 * A pretended vendor: its login as the real one, its data as a test wants it.
 *
 * <p>A vendor whose poll takes several calls has one main call, the one whose answer alone makes a
 * poll; that is the data call meant here. The double answers the others by itself, in a way that
 * adds no values.
 */
public interface VendorDouble extends AutoCloseable {
  /** Where it listens. */
  String baseUrl();

  /** Answers the data calls of logged-in accounts from now on. */
  void onData(Function<Received, FakeReply> script);

  /** Refuses every login, or every key, from now on. */
  void refuseLogins();

  /** Forgets all logins so far; nothing to do where a key goes with every call. */
  void expireSessions();

  /** Accepts logins, but no call that follows them. */
  default void neverRememberLogins() {
    throw new UnsupportedOperationException("A vendor without logins");
  }

  /** Answers the call that carries the password, or whatever buys a login, from now on. */
  default void onLogin(Function<Received, FakeReply> script) {
    throw new UnsupportedOperationException("A vendor without logins");
  }

  /** How many logins were tried. */
  default int logins() {
    return 0;
  }

  /** The data calls so far, those that were not answered with data included. */
  List<Received> dataCalls();

  /** All requests so far, logins included. */
  List<Received> received();

  /** The account for which the vendor takes a call; empty for none. */
  String accountOf(Received call);

  /** The site that a data call asks for; empty for none. */
  String siteOf(Received call);

  /** What the vendor handed out and must not be seen anywhere. */
  List<String> issuedSecrets();

  @Override
  void close();
}
