package energy.liveone.web.system;

import energy.liveone.setup.Registration;
import energy.liveone.setup.ReplaceCredentials;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.setup.VendorWords;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New credentials for a system; those that it has are never shown. */
@Named("systemCredentials")
@RequestScoped
public class SystemCredentialsView {
  @Inject private ShownSystem shown;
  @Inject private VendorRegistry vendors;
  @Inject private ReplaceCredentials replace;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String error = "";

  /** A field of the form. */
  public record Field(String name, String label, String help, boolean secret) {}

  private Optional<VendorAdapter> vendor() {
    return vendors
        .adapter(shown.get().vendorType())
        .filter(one -> one.capabilities().polled() && one.capabilities().manualSetup());
  }

  /** What the vendor needs; nothing for systems without credentials of that kind. */
  public List<Field> getFields() {
    return vendor()
        .map(
            one -> {
              VendorWords of = new VendorWords(one, words.texts());
              return one.credentialFields().stream()
                  .map(
                      field ->
                          new Field(
                              "c-" + field.name(), of.label(field), of.help(field), field.secret()))
                  .toList();
            })
        .orElse(List.of());
  }

  /** Where an account is connected anew; empty for vendors without such a page. */
  public String getConnect() {
    return vendors
        .adapter(shown.get().vendorType())
        .filter(one -> one.capabilities().oauth())
        .map(one -> "/api/auth/" + one.vendorType() + "/auth")
        .orElse("");
  }

  /** Tries what was typed, and keeps it if the vendor accepts it. */
  public void save() throws IOException {
    VendorAdapter one = vendor().orElseThrow();
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : one.credentialFields()) {
      String value = request.getParameter("c-" + field.name());
      if (value != null && !value.isBlank()) {
        values.put(field.name(), value.strip());
      }
    }
    error =
        replace
            .replace(shown.id(), new Credentials(values))
            .fold(
                new Registration.Cases<>(
                    kept -> "",
                    missing -> words.text("setup.missing.one", labelOf(one, missing.field())),
                    invalid -> words.text("credentials.other"),
                    conflict -> words.text("setup.systemTaken"),
                    refused -> new VendorWords(one, words.texts()).refusal(refused.failure())));
    if (error.isEmpty()) {
      NextPage.go("/system/" + shown.id() + "/edit?done=credentials");
    }
  }

  private String labelOf(VendorAdapter one, String name) {
    return one.credentialFields().stream()
        .filter(field -> field.name().equals(name))
        .map(field -> new VendorWords(one, words.texts()).label(field))
        .findFirst()
        .orElse(name);
  }

  /** Why nothing was kept; empty when nothing is wrong. */
  public String getError() {
    return error;
  }
}
