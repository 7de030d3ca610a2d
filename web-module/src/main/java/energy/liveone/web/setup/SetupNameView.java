package energy.liveone.web.setup;

import energy.liveone.point.PointDefinition;
import energy.liveone.setup.NewSystem;
import energy.liveone.setup.RegisterSystem;
import energy.liveone.setup.Registration;
import energy.liveone.setup.Registration.Registered;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemSettings;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.page.PageView;
import energy.liveone.web.setup.PendingSetup.Added;
import energy.liveone.web.setup.PendingSetup.Tried;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Presents {@code /setup?step=name}: names what was tried, and adds it. */
@Named("setupName")
@RequestScoped
public class SetupNameView extends SetupStep {
  private static final int MAX_NAME = 100;

  @Inject private RegisterSystem register;
  @Inject private PageView page;

  /** A value that the vendor told. */
  public record Told(String label, Quantity quantity) {}

  /** Values that the vendor told just now, in the order of its points. */
  public List<Told> getValues() {
    return tried().map(one -> values(one.found())).orElse(List.of());
  }

  private List<Told> values(Connected found) {
    VendorSystem shape = new VendorSystem("setup", "", ZoneOffset.UTC, found.options());
    QuantityFormat format = words.texts().quantities();
    List<Told> told = new ArrayList<>();
    for (PointDefinition point : chosen().defaultPoints(shape)) {
      Double value = found.latest().get(point.key());
      if (value != null) {
        told.add(new Told(point.label(), format.of(value, point.unit())));
      }
    }
    return told;
  }

  /** Sites that the credentials reach, when there is a choice. */
  public List<DiscoveredSite> getSites() {
    return tried()
        .filter(one -> chosen().vendorSiteId(one.credentials()).isEmpty())
        .map(one -> one.found().sites())
        .orElse(List.of());
  }

  /** Adds the system, and shows its first data. */
  public void add() throws IOException {
    Optional<Tried> known = tried();
    if (known.isEmpty()) {
      NextPage.go("/setup?vendor=" + getVendor());
      return;
    }
    String name = getName();
    String alias = typed("alias");
    Optional<ZoneId> zone = Typed.zone(getZone());
    if (name.isEmpty() || name.length() > MAX_NAME) {
      refuse("name", words.text("composite.bad.name"), "");
    } else if (!alias.isEmpty() && !Alias.isValid(alias)) {
      refuse("alias", words.text("setup.badAlias"), "");
    } else if (zone.isEmpty()) {
      refuse("zone", words.text("composite.bad.zone"), "");
    } else if (getSites().size() > 1 && typed("site").isEmpty()) {
      refuse("site", words.text("setup.chooseSite"), "");
    } else {
      SystemSettings settings =
          new SystemSettings(name, alias.isEmpty() ? null : new Alias(alias), zone.get());
      Credentials credentials = withSite(known.get().credentials());
      finish(
          register.register(
              new NewSystem(
                  getVendor(), settings, credentials, Map.of(), null, List.of(), null)));
    }
  }

  /** The chosen site goes into the field by which the vendor's credentials name one. */
  private Credentials withSite(Credentials typed) {
    String site = typed("site");
    return chosen().credentialFields().stream()
        .filter(field -> !field.secret() && typed.get(field.name()).isEmpty())
        .map(
            field -> {
              Map<String, String> values = new LinkedHashMap<>(typed.values());
              values.put(field.name(), site);
              return new Credentials(values);
            })
        .filter(with -> chosen().vendorSiteId(with).filter(site::equals).isPresent())
        .findFirst()
        .orElse(typed);
  }

  private void finish(Registration outcome) throws IOException {
    Optional<Registered> added =
        outcome.fold(
            new Registration.Cases<>(
                Optional::of,
                missing -> refused(missing.field(), missing.message()),
                invalid -> refused(invalid.field(), invalid.message()),
                conflict ->
                    refused(
                        conflict.field().equals("alias") ? "alias" : "form",
                        words.text(
                            conflict.field().equals("alias")
                                ? "setup.aliasTaken"
                                : "setup.systemTaken")),
                refused -> {
                  refuse(
                      "form",
                      wordsOf(chosen()).refusal(refused.failure()),
                      refused.failure().detail());
                  return Optional.empty();
                }));
    if (added.isPresent()) {
      Registered made = added.get();
      pending.keep(new Added(made.system(), made.pushKey().orElse("")));
      NextPage.go("/setup-done?id=" + made.system());
    }
  }

  private Optional<Registered> refused(String field, String text) {
    refuse(field, text, "");
    return Optional.empty();
  }

  /** What was typed, else what the vendor calls its only site. */
  public String getName() {
    if (request.getParameter("name") != null) {
      return typed("name");
    }
    List<DiscoveredSite> sites = tried().map(one -> one.found().sites()).orElse(List.of());
    return sites.size() == 1 ? sites.get(0).name() : chosen().displayName();
  }

  public String getAlias() {
    return typed("alias");
  }

  /** What was typed, else the vendor's zone, else that of the reader's other systems. */
  public String getZone() {
    if (request.getParameter("zone") != null) {
      return typed("zone");
    }
    return tried()
        .flatMap(one -> one.found().sites().stream().findFirst())
        .flatMap(site -> Optional.ofNullable(site.zone()))
        .map(ZoneId::getId)
        .or(() -> page.getSystems().stream().findFirst().map(panel -> panel.zone()))
        .orElse("");
  }

  /** The site that was chosen. */
  public String getSite() {
    return typed("site");
  }
}
