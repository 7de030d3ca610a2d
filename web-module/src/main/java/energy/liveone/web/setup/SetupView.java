package energy.liveone.web.setup;

import energy.liveone.access.AccessService;
import energy.liveone.point.PointDefinition;
import energy.liveone.setup.NewSystem;
import energy.liveone.setup.RegisterSystem;
import energy.liveone.setup.Registration;
import energy.liveone.setup.Registration.Registered;
import energy.liveone.setup.TryConnection;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemSettings;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.page.PageView;
import energy.liveone.web.setup.PendingSetup.Added;
import energy.liveone.web.setup.PendingSetup.Tried;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Presents {@code /setup}: {@code ?vendor=} for its form, {@code &step=name} once tried. */
@Named("setup")
@RequestScoped
public class SetupView {
  private static final String NAME_STEP = "name";
  private static final int MAX_NAME = 100;

  @Inject private AccessService access;
  @Inject private VendorRegistry registry;
  @Inject private TryConnection connection;
  @Inject private RegisterSystem register;
  @Inject private PendingSetup pending;
  @Inject private PageView page;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String error = "";
  private String errorField = "";
  private String detail = "";

  /** A vendor to choose. */
  public record Choice(String type, String name, String about, String way) {}

  /** A field of the form; {@code value} is what was typed, of secrets never. */
  public record Field(
      String name, String label, String help, boolean secret, boolean required, String value) {}

  /** A value that the vendor told. */
  public record Told(String label, Quantity quantity) {}

  /** Lets in who may add systems; who has nothing tried yet begins with the form. */
  public void load() throws IOException {
    access.requireAuth();
    boolean isNaming = NAME_STEP.equals(typed("step"));
    if (isNaming && adapter().filter(this::isReady).isEmpty()) {
      go("/setup?vendor=" + getVendor());
    }
  }

  private boolean isReady(VendorAdapter one) {
    return one.capabilities().pushed() || tried().isPresent();
  }

  private Optional<VendorAdapter> adapter() {
    return VendorType.parse(getVendor())
        .flatMap(registry::adapter)
        .filter(one -> one.capabilities().addSystem());
  }

  private VendorAdapter chosen() {
    return adapter().orElseThrow();
  }

  private VendorWords wordsOf(VendorAdapter one) {
    return new VendorWords(one, words.texts());
  }

  private Optional<Tried> tried() {
    return pending.tried(getVendor());
  }

  /** The vendors that systems can be added of. */
  public List<Choice> getChoices() {
    return registry.adapters().stream()
        .filter(one -> one.capabilities().addSystem())
        .map(
            one ->
                new Choice(
                    one.vendorType().value(),
                    one.displayName(),
                    wordsOf(one).description(),
                    wordsOf(one).way()))
        .toList();
  }

  /** What the chosen vendor's form asks for. */
  public List<Field> getFields() {
    VendorAdapter one = chosen();
    return one.capabilities().manualSetup()
        ? one.credentialFields().stream().map(field -> field(one, field)).toList()
        : List.of();
  }

  private Field field(VendorAdapter one, CredentialField field) {
    String typed = field.secret() ? "" : typed("c-" + field.name());
    return new Field(
        "c-" + field.name(),
        wordsOf(one).label(field),
        wordsOf(one).help(field),
        field.secret(),
        field.required(),
        typed);
  }

  private String typed(String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.strip();
  }

  private Credentials credentials() {
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : chosen().credentialFields()) {
      String value = typed("c-" + field.name());
      if (!value.isEmpty()) {
        values.put(field.name(), value);
      }
    }
    return new Credentials(values);
  }

  /** Tries what was typed; goes on to the name when the vendor accepts it. */
  public void attempt() throws IOException {
    VendorAdapter one = chosen();
    Optional<CredentialField> missing =
        one.credentialFields().stream()
            .filter(field -> field.required() && typed("c-" + field.name()).isEmpty())
            .findFirst();
    if (missing.isPresent()) {
      refuse("c-" + missing.get().name(), words.text("setup.missing"), "");
      return;
    }
    Credentials typed = credentials();
    if (!one.capabilities().polled()) {
      accept(new Tried(getVendor(), typed, new Connected(Map.of(), Map.of(), List.of())));
      return;
    }
    Optional<Failure> failure =
        connection
            .attempt(one.vendorType(), ZoneOffset.UTC, typed, Map.of())
            .fold(
                connected -> {
                  pending.keep(new Tried(getVendor(), typed, connected));
                  return Optional.empty();
                },
                refused -> Optional.of(refused.failure()));
    if (failure.isPresent()) {
      refuse("form", wordsOf(one).refusal(failure.get()), failure.get().detail());
    } else {
      go("/setup?vendor=" + getVendor() + "&step=" + NAME_STEP);
    }
  }

  private void accept(Tried typed) throws IOException {
    pending.keep(typed);
    go("/setup?vendor=" + getVendor() + "&step=" + NAME_STEP);
  }

  private void refuse(String field, String text, String more) {
    errorField = field;
    error = text;
    detail = more;
  }

  /** Values that the vendor told just now, in the order of its points. */
  public List<Told> getValues() {
    return tried().map(one -> values(one.found())).orElse(List.of());
  }

  private List<Told> values(Connected found) {
    VendorSystem shape = new VendorSystem("setup", "", ZoneOffset.UTC, found.options());
    QuantityFormat format = new QuantityFormat(words.getLocale());
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
      go("/setup?vendor=" + getVendor());
      return;
    }
    String name = getName();
    String alias = typed("alias");
    Optional<ZoneId> zone = zone();
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
      finish(register.register(new NewSystem(getVendor(), settings, credentials, Map.of(), null)));
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
      go("/setup-done?id=" + made.system());
    }
  }

  private Optional<Registered> refused(String field, String text) {
    refuse(field, text, "");
    return Optional.empty();
  }

  private static void go(String path) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + path);
  }

  private Optional<ZoneId> zone() {
    try {
      return Optional.of(ZoneId.of(getZone())).filter(zone -> zone.getId().contains("/"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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

  /** Whether a vendor is chosen. */
  public boolean isChosen() {
    return adapter().isPresent();
  }

  /** Whether the system is to be named. */
  public boolean isNaming() {
    return NAME_STEP.equals(typed("step")) && isChosen();
  }

  /** The chosen vendor's name. */
  public String getVendorName() {
    return adapter().map(VendorAdapter::displayName).orElse("");
  }

  /** Whether an account of the vendor is connected at the vendor's own page. */
  public boolean isConnected() {
    return adapter().map(one -> one.capabilities().oauth()).orElse(false);
  }

  /** Whether the device sends by itself. */
  public boolean isPushed() {
    return adapter().map(one -> one.capabilities().pushed()).orElse(false);
  }

  /** What is wrong with a field, or with all of the {@code form}; empty when nothing is. */
  public String errorOf(String field) {
    return errorField.equals(field) ? error : "";
  }

  /** What the vendor said itself; empty for nothing. */
  public String getDetail() {
    return detail;
  }

  /** The site that was chosen. */
  public String getSite() {
    return typed("site");
  }

  /** What the address or the form names; asked for before Faces gives out any parameter. */
  public String getVendor() {
    return typed("vendor");
  }
}
