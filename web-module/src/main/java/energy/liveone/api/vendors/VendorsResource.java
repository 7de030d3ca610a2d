package energy.liveone.api.vendors;

import energy.liveone.access.RequireAuth;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The vendors of this installation. */
@Path("/vendors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VendorsResource {
  @Inject private VendorRegistry vendors;

  /** The shape of the answer. */
  public record VendorsAnswer(boolean success, List<VendorLine> data) {}

  /** One vendor. */
  public record VendorLine(
      String vendorType,
      String displayName,
      String description,
      boolean addSystem,
      boolean manualSetup,
      boolean oauth,
      boolean polled,
      boolean pushed,
      long cadenceSeconds,
      List<FieldLine> credentialFields) {
    static VendorLine of(VendorAdapter vendor) {
      return new VendorLine(
          vendor.vendorType().value(),
          vendor.displayName(),
          vendor.description(),
          vendor.capabilities().addSystem(),
          vendor.capabilities().manualSetup(),
          vendor.capabilities().oauth(),
          vendor.capabilities().polled(),
          vendor.capabilities().pushed(),
          vendor.pollPolicy().cadence().toSeconds(),
          vendor.credentialFields().stream().map(FieldLine::of).toList());
    }
  }

  /** One field of a set-up form. */
  public record FieldLine(
      String name, String label, String help, boolean secret, boolean required) {
    static FieldLine of(CredentialField field) {
      return new FieldLine(
          field.name(), field.label(), field.help(), field.secret(), field.required());
    }
  }

  /** All vendors, by type. */
  @GET
  @RequireAuth
  public VendorsAnswer list() {
    return new VendorsAnswer(true, vendors.adapters().stream().map(VendorLine::of).toList());
  }
}
