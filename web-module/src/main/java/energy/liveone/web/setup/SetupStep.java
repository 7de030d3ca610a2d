package energy.liveone.web.setup;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.setup.PendingSetup.Tried;
import energy.liveone.web.words.Words;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of {@code /setup} have in common: the vendor that the address or the form names,
 * what was tried of it, and what is wrong with what was typed.
 */
public abstract class SetupStep {
  @Inject VendorRegistry registry;
  @Inject PendingSetup pending;
  @Inject Words words;
  @Inject HttpServletRequest request;
  private final Map<String, String> errors = new HashMap<>();
  private String detail = "";

  Optional<VendorAdapter> adapter() {
    return VendorType.parse(getVendor())
        .flatMap(registry::adapter)
        .filter(one -> one.capabilities().addSystem());
  }

  VendorAdapter chosen() {
    return adapter().orElseThrow();
  }

  VendorWords wordsOf(VendorAdapter one) {
    return new VendorWords(one, words.texts());
  }

  /** What was tried, unless the form is about something else that was tried before. */
  Optional<Tried> tried() {
    String trial = typed("trial");
    return pending.tried(getVendor()).filter(one -> trial.isEmpty() || one.trial().equals(trial));
  }

  String typed(String name) {
    return Typed.of(request, name, "");
  }

  void refuse(String field, String text) {
    errors.putIfAbsent(field, text);
  }

  void explain(String more) {
    detail = more;
  }

  boolean isRefused() {
    return !errors.isEmpty();
  }

  /** Goes to a step of this vendor. */
  void goTo(String step) throws IOException {
    NextPage.go("/setup?vendor=" + getVendor() + "&step=" + step);
  }

  /** Begins anew with the vendor's form, which says why. */
  void beginAnew() throws IOException {
    NextPage.go("/setup?vendor=" + getVendor() + "&again=1");
  }

  /** What is wrong with a field, or with all of the {@code form}; empty when nothing is. */
  public String errorOf(String field) {
    return errors.getOrDefault(field, "");
  }

  /** What the vendor said itself; empty for nothing. */
  public String getDetail() {
    return detail;
  }

  /** What the address or the form names; asked for before Faces gives out any parameter. */
  public String getVendor() {
    return typed("vendor");
  }

  /** Names what the form is about. */
  public String getTrial() {
    return tried().map(Tried::trial).orElse("");
  }
}
