package energy.liveone.web.connect;

import energy.liveone.setup.GrantedSystems;
import energy.liveone.setup.RegisterGranted;
import energy.liveone.setup.Registration;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Choosing systems of an account that was just connected. */
@Named("connectPage")
@RequestScoped
public class ConnectView {
  private final RegisterGranted granted;
  private final VendorRegistry vendors;
  private final Words words;
  private @Nullable String vendorType;
  private @Nullable String grantId;
  private @Nullable String problem;
  private List<DiscoveredSite> sites = List.of();
  private List<String> chosen = List.of();
  private String error = "";

  @Inject
  public ConnectView(RegisterGranted granted, VendorRegistry vendors, Words words) {
    this.granted = granted;
    this.vendors = vendors;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ConnectView() {
    this(null, null, null);
  }

  /** Asks the vendor for the account's systems; also on postbacks, to know what may be chosen. */
  public void load() {
    if (problem != null) {
      error =
          "ACCESS_DENIED".equals(problem)
              ? words.text("connect.denied", getVendor())
              : words.text("connect.failed", getVendor());
      return;
    }
    Optional<ConnectionTest> test = granted.attempt(number(), "");
    sites =
        test.flatMap(
                found ->
                    found.fold(
                        connected -> Optional.of(connected.sites()), refused -> Optional.empty()))
            .orElse(List.of());
    error = sites.isEmpty() ? words.text("connect.noSystems", getVendor()) : "";
  }

  private int number() {
    return grantId != null && grantId.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(grantId) : 0;
  }

  /** Adds what was chosen, or says why not. */
  public void add() throws IOException {
    if (chosen.isEmpty()) {
      error = words.text("connect.chooseOne");
      return;
    }
    error =
        granted
            .register(
                new GrantedSystems(
                    String.valueOf(vendorType),
                    number(),
                    chosen,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    List.of()))
            .fold(added -> "", not -> explained(not.why()));
    if (error.isEmpty()) {
      NextPage.go("/dashboard");
    }
  }

  private static String explained(Registration why) {
    return why.fold(
        new Registration.Cases<>(
            registered -> "",
            missing -> missing.message(),
            invalid -> invalid.message(),
            conflict -> conflict.message(),
            refused -> refused.failure().detail()));
  }

  /** The vendor's name. */
  public String getVendor() {
    return Optional.ofNullable(vendorType)
        .flatMap(VendorType::parse)
        .flatMap(vendors::adapter)
        .map(VendorAdapter::displayName)
        .orElse("");
  }

  /** Where connecting begins anew. */
  public String getAgain() {
    return Optional.ofNullable(vendorType)
        .flatMap(VendorType::parse)
        .map(vendor -> "/api/auth/" + vendor + "/auth")
        .orElse("/dashboard");
  }

  /** The systems of the account. */
  public List<DiscoveredSite> getSites() {
    return sites;
  }

  /** What went wrong; empty when nothing did. */
  public String getError() {
    return error;
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable List<String> chosen) {
    this.chosen = chosen == null ? List.of() : List.copyOf(chosen);
  }

  public @Nullable String getVendorType() {
    return vendorType;
  }

  public void setVendorType(@Nullable String vendorType) {
    this.vendorType = vendorType;
  }

  public @Nullable String getGrantId() {
    return grantId;
  }

  public void setGrantId(@Nullable String grantId) {
    this.grantId = grantId;
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public void setProblem(@Nullable String problem) {
    this.problem = problem;
  }
}
