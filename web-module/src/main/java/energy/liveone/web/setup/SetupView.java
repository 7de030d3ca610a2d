package energy.liveone.web.setup;

import energy.liveone.access.AccessService;
import energy.liveone.setup.CredentialCheck;
import energy.liveone.setup.CredentialCheck.Complaint;
import energy.liveone.setup.TakenSites.Own;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.web.setup.PendingSetup.Tried;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Presents {@code /setup}: {@code ?vendor=} for its form, {@code &step=site} when the account has
 * several, {@code &step=name} once tried.
 */
@Named("setup")
@RequestScoped
public class SetupView extends SetupStep {
  private static final String FIELD = "c-";

  @Inject private AccessService access;
  @Inject private SetupTrial trial;

  /** A vendor to choose. */
  public record Choice(String type, String name, String about, String way) {}

  /** A field of the form; {@code value} is what was typed, of secrets never. */
  public record Field(
      String name, String label, String help, boolean secret, boolean required, String value) {}

  /** Lets in who may add systems; who has nothing tried yet begins with the form. */
  public void load() throws IOException {
    access.requireAuth();
    boolean isLate = isNaming() || isChoosing();
    if (!isLate || !typed("trial").isEmpty()) {
      return;
    }
    Optional<Tried> known = tried();
    if (known.isEmpty()) {
      beginAnew();
    } else if (isChoosing() && known.get().sites().isEmpty()) {
      goTo("name");
    } else if (isNaming() && !isSiteKnown(known.get())) {
      goTo("site");
    }
  }

  private boolean isSiteKnown(Tried one) {
    return one.sites().isEmpty() || isNamed(one.credentials());
  }

  private boolean isNamed(Credentials credentials) {
    return chosen().vendorSiteId(credentials).isPresent();
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
    String typed = field.secret() ? "" : typed(FIELD + field.name());
    return new Field(
        FIELD + field.name(),
        wordsOf(one).label(field),
        wordsOf(one).help(field),
        field.secret(),
        field.required(),
        typed);
  }

  private Credentials credentials() {
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : chosen().credentialFields()) {
      String value = typed(FIELD + field.name());
      if (!value.isEmpty()) {
        values.put(field.name(), value);
      }
    }
    return new Credentials(values);
  }

  /** Tries what was typed; goes on to the sites or the name when the vendor accepts it. */
  public void attempt() throws IOException {
    VendorAdapter one = chosen();
    Credentials typed = credentials();
    for (Complaint complaint : CredentialCheck.complaints(one, typed)) {
      refuse(
          FIELD + complaint.field().name(),
          words.text("setup.flaw." + complaint.flaw().name(), one.displayName()));
    }
    one.vendorSiteId(typed).ifPresent(site -> refuseTaken(one, site));
    Optional<Tried> accepted =
        isRefused()
            ? Optional.empty()
            : trial
                .attempt(one, typed)
                .fold(found -> accepted(one, typed, found), no -> failed(no));
    if (accepted.isPresent()) {
      pending.keep(accepted.get());
      goTo(accepted.get().sites().isEmpty() ? "name" : "site");
    } else {
      askSecretsAgain(one, typed);
    }
  }

  /** The page comes back without them. */
  private void askSecretsAgain(VendorAdapter one, Credentials typed) {
    one.credentialFields().stream()
        .filter(field -> field.secret() && typed.get(field.name()).isPresent())
        .forEach(field -> refuse(FIELD + field.name(), words.text("setup.secretAgain")));
  }

  private void refuseTaken(VendorAdapter one, String site) {
    String field = one.siteField().map(name -> FIELD + name).orElse("form");
    Own own = trial.own(one).get(site);
    if (own != null) {
      refuse(field, words.text("setup.have", own.name()));
    } else if (trial.isPushed(one, site)) {
      refuse(field, words.text("setup.siteTaken"));
    }
  }

  private Optional<Tried> failed(ConnectionTest.Refused refused) {
    new RefusedTrial(chosen(), credentials(), wordsOf(chosen()))
        .tell(refused.failure(), (field, text) -> refuse(prefixed(field), text));
    explain(refused.failure().detail());
    return Optional.empty();
  }

  private static String prefixed(String field) {
    return field.equals(RefusedTrial.ALL) ? "form" : FIELD + field;
  }

  /** An account with a single site has chosen it; some vendors tell values of a named one only. */
  private Optional<Tried> accepted(VendorAdapter one, Credentials typed, Connected found) {
    Optional<String> site = SetupTrial.siteOf(one, typed, found.sites());
    if (isNamed(typed) || one.siteField().isEmpty()) {
      return Optional.of(new Tried(getVendor(), typed, found, List.of()));
    }
    if (site.isEmpty()) {
      return Optional.of(new Tried(getVendor(), typed, found, found.sites()));
    }
    Own own = trial.own(one).get(site.get());
    if (own != null) {
      refuse("form", words.text("setup.haveOnly", one.displayName(), own.name()));
      return Optional.empty();
    }
    Credentials named = SetupTrial.withSite(one, typed, site.get());
    if (!found.latest().isEmpty()) {
      return Optional.of(new Tried(getVendor(), named, found, List.of()));
    }
    return trial
        .attempt(one, named)
        .fold(
            more -> Optional.of(new Tried(getVendor(), named, more, List.of())), no -> failed(no));
  }

  /** Whether a vendor is chosen. */
  public boolean isChosen() {
    return adapter().isPresent();
  }

  /** Whether one of the account's sites is to be chosen. */
  public boolean isChoosing() {
    return typed("step").equals("site") && isChosen();
  }

  /** Whether the system is to be named. */
  public boolean isNaming() {
    return typed("step").equals("name") && isChosen();
  }

  /** Why the form is there once more; empty when it is there for the first time. */
  public String getAgain() {
    if (typed("again").isEmpty() || !isChosen()) {
      return "";
    }
    return pending.added(getVendor()).isPresent()
        ? words.text("setup.again.added")
        : words.text("setup.again.forgotten");
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
}
