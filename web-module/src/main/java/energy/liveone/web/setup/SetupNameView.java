package energy.liveone.web.setup;

import energy.liveone.setup.NewSystem;
import energy.liveone.setup.RegisterSystem;
import energy.liveone.setup.Registration;
import energy.liveone.setup.Registration.Registered;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemSettings;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.page.PageView;
import energy.liveone.web.setup.PendingSetup.Added;
import energy.liveone.web.setup.PendingSetup.Tried;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Presents {@code /setup?step=name}: names what was tried, and adds it. */
@Named("setupName")
@RequestScoped
public class SetupNameView extends SetupStep {
  private static final int MAX_NAME = 100;

  @Inject private RegisterSystem register;
  @Inject private SetupPointsView points;
  @Inject private PageView page;

  /** Adds the system, and shows its first data. */
  public void add() throws IOException {
    Optional<SystemId> made = pending.inTurn(this::addOrFind);
    if (made.isPresent()) {
      NextPage.go("/setup-done?id=" + made.get());
    } else if (!isRefused()) {
      beginAnew();
    }
  }

  /** The system, also when the same form has added it a moment ago. */
  private Optional<SystemId> addOrFind() {
    Optional<Tried> known = tried();
    if (known.isEmpty()) {
      return pending
          .added(getVendor())
          .filter(one -> one.trial().equals(typed("trial")))
          .map(Added::system);
    }
    return settings().flatMap(settings -> add(known.get(), settings));
  }

  private Optional<SystemSettings> settings() {
    String name = getName();
    String alias = getAlias();
    Optional<ZoneId> zone = Typed.zone(getZone());
    if (name.isEmpty() || name.length() > MAX_NAME) {
      refuse("name", words.text("composite.bad.name"));
    }
    if (!alias.isEmpty() && !Alias.isValid(alias)) {
      refuse("alias", words.text("setup.badAlias"));
    }
    if (zone.isEmpty()) {
      refuse("zone", words.text("composite.bad.zone"));
    }
    if (points.isWrong()) {
      refuse("points", words.text("setup.choice.bad"));
    }
    return isRefused()
        ? Optional.empty()
        : Optional.of(
            new SystemSettings(
                name, alias.isEmpty() ? null : new Alias(alias), zone.orElseThrow()));
  }

  private Optional<SystemId> add(Tried tried, SystemSettings settings) {
    NewSystem wanted =
        new NewSystem(
            getVendor(),
            settings,
            tried.credentials(),
            tried.found().options(),
            null,
            points.choices(),
            tried.found());
    return register
        .register(wanted)
        .fold(
            new Registration.Cases<>(
                made -> Optional.of(added(tried, made)),
                missing -> refused("form", words.text("setup.unusable"), missing.message()),
                invalid -> refused("form", words.text("setup.unusable"), invalid.message()),
                conflict ->
                    conflict.field().equals("alias")
                        ? refused("alias", words.text("setup.aliasTaken"), "")
                        : refused("form", words.text("setup.systemTaken"), ""),
                refused ->
                    refused(
                        "form",
                        wordsOf(chosen()).refusal(refused.failure()),
                        refused.failure().detail())));
  }

  private SystemId added(Tried tried, Registered made) {
    pending.keep(new Added(tried.trial(), getVendor(), made.system(), made.pushKey().orElse("")));
    return made.system();
  }

  private Optional<SystemId> refused(String field, String text, String more) {
    refuse(field, text);
    explain(more);
    return Optional.empty();
  }

  /** The site as the vendor knows it. */
  private Optional<DiscoveredSite> site() {
    Optional<Tried> known = tried();
    List<DiscoveredSite> sites =
        known.stream()
            .flatMap(one -> Stream.concat(one.found().sites().stream(), one.sites().stream()))
            .toList();
    return known
        .flatMap(one -> SetupTrial.siteOf(chosen(), one.credentials(), sites))
        .flatMap(id -> sites.stream().filter(one -> one.vendorSiteId().equals(id)).findFirst());
  }

  /** The vendor's id of the site; empty when it is not known. */
  public String getSiteId() {
    return tried()
        .flatMap(one -> SetupTrial.siteOf(chosen(), one.credentials(), one.found().sites()))
        .orElse("");
  }

  /** Where one step back leads. */
  public String getBack() {
    boolean several = tried().filter(one -> !one.sites().isEmpty()).isPresent();
    return "/setup?vendor=" + getVendor() + (several ? "&step=site" : "");
  }

  /** What was typed, else what the vendor calls the site, else what the device does. */
  public String getName() {
    if (request.getParameter("name") != null) {
      return typed("name");
    }
    String name = site().map(DiscoveredSite::name).orElseGet(() -> chosen().displayName()).strip();
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  public String getAlias() {
    return typed("alias");
  }

  /** What was typed, else the vendor's zone, else that of the reader's other systems. */
  public String getZone() {
    if (request.getParameter("zone") != null) {
      return typed("zone");
    }
    return site()
        .flatMap(site -> Optional.ofNullable(site.zone()))
        .map(ZoneId::getId)
        .or(() -> page.getSystems().stream().findFirst().map(panel -> panel.zone()))
        .orElse("");
  }
}
