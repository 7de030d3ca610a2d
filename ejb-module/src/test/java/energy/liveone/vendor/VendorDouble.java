package energy.liveone.vendor;

import energy.liveone.vendor.FakeServer.Received;
import java.util.List;
import java.util.function.Function;

/** A pretended vendor: its login as the real one, its data as a test wants it. */
public interface VendorDouble extends AutoCloseable {
  /** Where it listens. */
  String baseUrl();

  /** Answers the data calls of logged-in accounts from now on. */
  void onData(Function<Received, FakeReply> script);

  /** Refuses every login from now on. */
  void refuseLogins();

  /** Forgets all logins so far. */
  void expireSessions();

  /** Accepts logins, but no call that follows them. */
  void neverRememberLogins();

  /** How many logins were tried. */
  int logins();

  /** The data calls so far, those that were not answered with data included. */
  List<Received> dataCalls();

  /** The account for which the vendor takes a call; empty for none. */
  String accountOf(Received call);

  /** What the vendor handed out and must not be seen anywhere. */
  List<String> issuedSecrets();

  @Override
  void close();
}
