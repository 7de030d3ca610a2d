package energy.liveone.web.setup;

import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.web.setup.PendingSetup.Tried;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Presents {@code /setup?step=site}: which of the account's sites is added. */
@Named("setupSite")
@RequestScoped
public class SetupSiteView extends SetupStep {
  @Inject private SetupTrial trial;

  /** The sites by name, those that are added already last. */
  public List<SiteRow> getRows() {
    return SiteRow.of(
        tried().map(Tried::sites).orElse(List.of()), trial.own(chosen()), Set.of(typed("site")));
  }

  /** Whether nothing is left to add. */
  public boolean isAllAdded() {
    return getRows().stream().noneMatch(row -> row.added().isEmpty());
  }

  /** Reads the chosen site, and goes on to its name. */
  public void choose() throws IOException {
    Optional<Tried> known = tried();
    if (known.isEmpty()) {
      beginAnew();
      return;
    }
    Optional<SiteRow> row =
        getRows().stream().filter(one -> one.ticked() && one.added().isEmpty()).findFirst();
    if (row.isEmpty()) {
      refuse("site", words.text("setup.chooseSite"));
      return;
    }
    Tried before = known.get();
    VendorAdapter one = chosen();
    Credentials named = SetupTrial.withSite(one, before.credentials(), row.get().id());
    Optional<Connected> found =
        trial.attempt(one, named).fold(Optional::of, refused -> failed(one, refused));
    if (found.isPresent()) {
      pending.keep(new Tried(getVendor(), named, found.get(), before.sites()));
      goTo("name");
    }
  }

  private Optional<Connected> failed(VendorAdapter one, ConnectionTest.Refused refused) {
    refuse("form", wordsOf(one).refusal(refused.failure()));
    explain(refused.failure().detail());
    return Optional.empty();
  }
}
