package energy.liveone.web.setup;

import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.web.words.Texts;
import java.time.Duration;

/** What an adapter says in its own words, in the reader's language where the bundles have it. */
public record VendorWords(VendorAdapter vendor, Texts texts) {
  private static final Duration HOUR = Duration.ofHours(1);

  private String prefix() {
    return "vendor." + vendor.vendorType() + ".";
  }

  /** What it is. */
  public String description() {
    return texts.textOr(prefix() + "about", vendor.description());
  }

  /** The name of a field. */
  public String label(CredentialField field) {
    return texts.textOr(prefix() + field.name(), field.label());
  }

  /** Where to find what a field asks for. */
  public String help(CredentialField field) {
    return texts.textOr(prefix() + field.name() + ".help", field.help());
  }

  /** How its data gets here. */
  public String way() {
    if (vendor.capabilities().pushed()) {
      return texts.text("setup.way.push");
    }
    Duration cadence = vendor.pollPolicy().cadence();
    return cadence.compareTo(HOUR) < 0
        ? texts.text("setup.way.minutes", Math.max(1, cadence.toMinutes()))
        : texts.text("setup.way.hours", cadence.toHours());
  }

  /** Why the vendor was not reached, and what to do. */
  public String refusal(Failure failure) {
    return texts.text("setup.failed." + failure.code().name(), vendor.displayName());
  }

  /** What it takes to reach the vendor. */
  String needed(Failure failure) {
    return texts.textOr(prefix() + "needed", refusal(failure));
  }

  /** That the site must be typed. */
  String siteNeeded() {
    return texts.text("setup.siteNeeded", vendor.displayName());
  }
}
