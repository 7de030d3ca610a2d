package energy.liveone.simulator.enphase;

import java.util.List;

/**
 * A home owner who may give applications access.
 *
 * @param userId the vendor's number of the user, {@code enl_uid}
 * @param systems ids of the systems of this account
 */
record EnphaseAccount(String email, String userId, List<String> systems) {

  EnphaseAccount {
    systems = List.copyOf(systems);
  }

  boolean owns(String system) {
    return systems.contains(system);
  }
}
