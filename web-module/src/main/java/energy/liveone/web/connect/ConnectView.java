package energy.liveone.web.connect;

import energy.liveone.setup.GrantedSystems;
import energy.liveone.setup.RegisterGranted;
import energy.liveone.setup.Registration;
import energy.liveone.setup.TakenSites;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.setup.SiteRow;
import energy.liveone.web.setup.VendorWords;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Choosing systems of an account that was just connected. They are added under the vendor's names
 * and zones, with the vendor's points: all of that can be changed on their pages.
 */
@Named("connectPage")
@RequestScoped
public class ConnectView {
  private final RegisterGranted granted;
  private final TakenSites taken;
  private final VendorRegistry vendors;
  private final Words words;
  private final HttpServletRequest request;
  private @Nullable List<DiscoveredSite> sites;
  private String error = "";
  private String detail = "";
  private String choiceError = "";
  private String zoneError = "";

  @Inject
  public ConnectView(
      RegisterGranted granted,
      TakenSites taken,
      VendorRegistry vendors,
      Words words,
      HttpServletRequest request) {
    this.granted = granted;
    this.taken = taken;
    this.vendors = vendors;
    this.words = words;
    this.request = request;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ConnectView() {
    this(null, null, null, null, null);
  }

  /** Says what went wrong at the vendor's page, or that there is nothing to choose. */
  public void load() {
    String problem = typed("problem");
    if (!problem.isEmpty()) {
      error =
          problem.equals("ACCESS_DENIED")
              ? words.text("connect.denied", getVendor())
              : words.text("connect.failed", getVendor());
    } else if (sites().isEmpty()) {
      error = words.text("connect.noSystems", getVendor());
    }
  }

  private String typed(String name) {
    return Typed.of(request, name, "");
  }

  /**
   * The account's systems, for which the vendor is asked once. A form that was sent asks before any
   * action is called, to know what may be chosen.
   */
  private List<DiscoveredSite> sites() {
    List<DiscoveredSite> known = sites;
    if (known == null) {
      known = typed("problem").isEmpty() ? listed() : List.of();
      sites = known;
    }
    return known;
  }

  private List<DiscoveredSite> listed() {
    return granted
        .attempt(number(), "")
        .flatMap(test -> test.fold(found -> Optional.of(found.sites()), no -> Optional.empty()))
        .orElse(List.of());
  }

  private int number() {
    String id = getGrantId();
    return id.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(id) : 0;
  }

  /** Adds what was chosen, or says why not. */
  public void add() throws IOException {
    List<String> chosen = chosen();
    Optional<ZoneId> zone = Typed.zone(getZone());
    if (chosen.isEmpty()) {
      choiceError = words.text("connect.chooseOne");
    } else if (isZoneAsked() && zone.isEmpty()) {
      zoneError = words.text("composite.bad.zone");
    } else {
      List<SystemId> added =
          granted
              .register(wanted(chosen, zone.orElse(null)))
              .fold(all -> all.systems(), not -> explained(not.why()));
      if (!added.isEmpty()) {
        NextPage.go(added.size() == 1 ? "/setup-done?id=" + added.get(0) : "/dashboard");
      }
    }
  }

  /** What of the form can be chosen: others may have been added since it was made. */
  private List<String> chosen() {
    return getRows().stream()
        .filter(row -> row.ticked() && row.added().isEmpty())
        .map(SiteRow::id)
        .toList();
  }

  private GrantedSystems wanted(List<String> chosen, @Nullable ZoneId zone) {
    return new GrantedSystems(
        getVendorType(), number(), chosen, null, zone, null, null, Map.of(), List.of());
  }

  private List<SystemId> explained(Registration why) {
    error =
        why.fold(
            new Registration.Cases<>(
                registered -> "",
                missing -> unusable(missing.message()),
                invalid -> unusable(invalid.message()),
                conflict -> words.text("setup.systemTaken"),
                refused -> refusal(refused.failure())));
    return List.of();
  }

  private String unusable(String why) {
    detail = why;
    return words.text("setup.unusable");
  }

  private String refusal(Failure failure) {
    detail = failure.detail();
    return adapter()
        .map(vendor -> new VendorWords(vendor, words.texts()).refusal(failure))
        .orElse("");
  }

  private Optional<VendorAdapter> adapter() {
    return VendorType.parse(getVendorType()).flatMap(vendors::adapter);
  }

  /** The vendor's name. */
  public String getVendor() {
    return adapter().map(VendorAdapter::displayName).orElse("");
  }

  /** Where connecting begins anew. */
  public String getAgain() {
    return adapter()
        .map(vendor -> "/api/auth/" + vendor.vendorType() + "/auth")
        .orElse("/dashboard");
  }

  /** The systems of the account; the only one that can be added is ticked. */
  public List<SiteRow> getRows() {
    Map<String, TakenSites.Own> own =
        adapter().map(vendor -> taken.own(vendor.vendorType())).orElse(Map.of());
    List<String> open =
        sites().stream()
            .map(DiscoveredSite::vendorSiteId)
            .filter(id -> !own.containsKey(id))
            .toList();
    String[] typed = request.getParameterValues("chosen");
    boolean isPosted = "POST".equals(request.getMethod());
    List<String> ticked = typed != null ? List.of(typed) : List.of();
    return SiteRow.of(sites(), own, isPosted || open.size() > 1 ? ticked : open);
  }

  /** Whether nothing is left to add. */
  public boolean isAllAdded() {
    return getRows().stream().noneMatch(row -> row.added().isEmpty());
  }

  /** Whether the vendor leaves out where one of them stands. */
  public boolean isZoneAsked() {
    return sites().stream().anyMatch(site -> site.zone() == null);
  }

  /** The zone that was typed. */
  public String getZone() {
    return typed("zone");
  }

  /** What went wrong; empty when nothing did. */
  public String getError() {
    return error;
  }

  /** What the vendor said itself; empty for nothing. */
  public String getDetail() {
    return detail;
  }

  /** What is wrong with the choice; empty when nothing is. */
  public String getChoiceError() {
    return choiceError;
  }

  /** What is wrong with the zone; empty when nothing is. */
  public String getZoneError() {
    return zoneError;
  }

  /** What the address or the form names; asked for before Faces gives out any parameter. */
  public String getVendorType() {
    return typed("vendorType");
  }

  /** Likewise the connected account. */
  public String getGrantId() {
    return typed("grantId");
  }
}
