package energy.liveone.simulator.mondo;

import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteSpec;
import energy.liveone.simulator.mondo.MondoAccount.Organization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts and groups of the portal: one of each for the demo, and what a test adds. */
final class MondoEstate {

  static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  private static final String DEMO_GROUP = "7c0ffee0-0000-4000-8000-000000000001";
  private static final Duration PROMPT = Duration.ofMillis(80);

  private final long seed;
  private final Map<String, MondoAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, MondoGroup> groups = new ConcurrentHashMap<>();

  MondoEstate(long seed) {
    this.seed = seed;
    addGroup(DEMO_GROUP, "12 Example Rd", PROMPT);
    Organization cooperative =
        new Organization(id("demo"), "Sunny Street Cooperative", List.of(DEMO_GROUP));
    accounts.put(
        "demo@liveone.example",
        new MondoAccount(
            "demo@liveone.example", "sunny-side-up", "mondo-demo-key", List.of(cooperative)));
  }

  /** An account of one organisation with so many groups; an earlier one of the e-mail goes. */
  MondoAccount addAccount(String email, String password, int groupCount, Duration latency) {
    List<String> ids = new ArrayList<>();
    for (int place = 1; place <= groupCount; place++) {
      String group = id(email + "/" + place);
      addGroup(group, "Home " + place + " of " + email.replaceAll("@.*", ""), latency);
      ids.add(group);
    }
    MondoAccount account =
        new MondoAccount(
            email,
            password,
            "key-of-" + id(email),
            List.of(new Organization(id(email), "Operator of " + email, ids)));
    accounts.put(email, account);
    return account;
  }

  private void addGroup(String group, String name, Duration latency) {
    SiteSpec spec = SiteSpec.derived(seed, "mondo", group, MELBOURNE);
    double localShare = spec.solar().localShare();
    groups.put(group, new MondoGroup(group, name, SiteModel.of(spec), localShare, latency));
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  Optional<MondoAccount> account(String email) {
    return Optional.ofNullable(accounts.get(email));
  }

  Optional<MondoAccount> accountOfKey(String apiKey) {
    return accounts.values().stream().filter(one -> one.apiKey().equals(apiKey)).findAny();
  }

  Optional<MondoGroup> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  /** Whether an id is one, but not of a group: of a circuit or an organisation. */
  boolean isOfAnotherKind(String id) {
    return accounts.values().stream()
            .flatMap(account -> account.organizations().stream())
            .anyMatch(organization -> organization.id().equals(id))
        || groups.values().stream()
            .flatMap(group -> group.circuits().stream())
            .anyMatch(circuit -> circuit.id().equals(id));
  }
}
