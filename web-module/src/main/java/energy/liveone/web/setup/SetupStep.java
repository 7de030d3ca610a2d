package energy.liveone.web.setup;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.web.form.Typed;
import energy.liveone.web.setup.PendingSetup.Tried;
import energy.liveone.web.words.Words;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
  private String error = "";
  private String errorField = "";
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

  Optional<Tried> tried() {
    return pending.tried(getVendor());
  }

  String typed(String name) {
    return Typed.of(request, name, "");
  }

  void refuse(String field, String text, String more) {
    errorField = field;
    error = text;
    detail = more;
  }

  /** What is wrong with a field, or with all of the {@code form}; empty when nothing is. */
  public String errorOf(String field) {
    return errorField.equals(field) ? error : "";
  }

  /** What the vendor said itself; empty for nothing. */
  public String getDetail() {
    return detail;
  }

  /** What the address or the form names; asked for before Faces gives out any parameter. */
  public String getVendor() {
    return typed("vendor");
  }
}
