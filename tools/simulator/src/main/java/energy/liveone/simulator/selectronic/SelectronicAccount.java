package energy.liveone.simulator.selectronic;

import java.util.List;

/**
 * A user of the portal.
 *
 * @param systems numbers of the systems of this account
 */
record SelectronicAccount(String email, String password, List<String> systems) {

  SelectronicAccount {
    systems = List.copyOf(systems);
  }

  boolean owns(String number) {
    return systems.contains(number);
  }

  /** The password stays out of any text that this account may end up in. */
  @Override
  public String toString() {
    return "SelectronicAccount" + systems;
  }
}
