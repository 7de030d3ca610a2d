package energy.liveone.web.system;

import energy.liveone.history.SystemOverview;
import energy.liveone.system.SystemStatus;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.words.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a system in words; what is not known is left out. */
public final class SystemFacts {
  private final Texts texts;
  private final List<Fact> facts = new ArrayList<>();

  /** One line. */
  public record Fact(String label, String value) {}

  private SystemFacts(Texts texts) {
    this.texts = texts;
  }

  static List<Fact> of(SystemPanel panel) {
    SystemOverview system = panel.overview();
    SystemFacts facts = new SystemFacts(panel.clock().texts());
    facts.add("system.vendor", system.vendorName());
    facts.add("system.site", system.vendorSiteId());
    facts.add("system.alias", system.alias().map(Object::toString).orElse(null));
    facts.add("system.zone", system.displayTimezone().getId());
    facts.add("system.status", facts.status(system));
    facts.add("system.model", system.modelOrNull());
    facts.add("system.serial", system.serialOrNull());
    return List.copyOf(facts.facts);
  }

  private String status(SystemOverview system) {
    String key = "system.status." + system.status().wireName();
    String reason = system.statusReasonOrNull();
    return system.status() == SystemStatus.ERROR
        ? texts.text(key, reason == null ? "" : reason)
        : texts.text(key);
  }

  private void add(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(texts.text(key), value));
    }
  }
}
