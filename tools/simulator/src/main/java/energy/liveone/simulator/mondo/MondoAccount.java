package energy.liveone.simulator.mondo;

import java.util.List;

/**
 * A user of the portal.
 *
 * @param apiKey goes in place of a token
 * @param organizations with the ids of their groups
 */
record MondoAccount(
    String email, String password, String apiKey, List<Organization> organizations) {

  MondoAccount {
    organizations = List.copyOf(organizations);
  }

  /** Who operates groups. */
  record Organization(String id, String name, List<String> groups) {
    Organization {
      groups = List.copyOf(groups);
    }
  }

  List<String> groups() {
    return organizations.stream().flatMap(one -> one.groups().stream()).toList();
  }

  /** Neither password nor key. */
  @Override
  public String toString() {
    return "MondoAccount" + groups();
  }
}
