package energy.liveone.setup;

import energy.liveone.system.Alias;
import energy.liveone.system.MonitoredSystem;
import java.util.Map;
import java.util.TreeMap;

/** What the audit log says of a system: what people set, but not where it stands. */
final class SystemFacts {
  private SystemFacts() {}

  static Map<String, Object> of(MonitoredSystem system) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("vendor", system.vendorType().value());
    facts.put("site", system.vendorSiteId());
    facts.put("name", system.displayName());
    facts.put("alias", system.alias().map(Alias::value).orElse(""));
    facts.put("timeZone", system.zone().getId());
    facts.put("status", system.status().wireName());
    facts.put("default", system.isDefault());
    facts.put("owner", system.ownerAccountId());
    return facts;
  }
}
