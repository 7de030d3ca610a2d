package energy.liveone.web.setup;

import energy.liveone.access.AccessService;
import energy.liveone.setup.TryConnection;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.setup.PendingSetup.Tried;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Presents {@code /setup}: {@code ?vendor=} for its form, {@code &step=name} once tried. */
@Named("setup")
@RequestScoped
public class SetupView extends SetupStep {
  private static final String NAME_STEP = "name";

  @Inject private AccessService access;
  @Inject private TryConnection connection;

  /** A vendor to choose. */
  public record Choice(String type, String name, String about, String way) {}

  /** A field of the form; {@code value} is what was typed, of secrets never. */
  public record Field(
      String name, String label, String help, boolean secret, boolean required, String value) {}

  /** Lets in who may add systems; who has nothing tried yet begins with the form. */
  public void load() throws IOException {
    access.requireAuth();
    boolean isNaming = NAME_STEP.equals(typed("step"));
    if (isNaming && adapter().filter(this::isReady).isEmpty()) {
      NextPage.go("/setup?vendor=" + getVendor());
    }
  }

  private boolean isReady(VendorAdapter one) {
    return one.capabilities().pushed() || tried().isPresent();
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
      NextPage.go("/setup?vendor=" + getVendor() + "&step=" + NAME_STEP);
    }
  }

  private void accept(Tried typed) throws IOException {
    pending.keep(typed);
    NextPage.go("/setup?vendor=" + getVendor() + "&step=" + NAME_STEP);
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
}
