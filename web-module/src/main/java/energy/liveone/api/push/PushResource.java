package energy.liveone.api.push;

import energy.liveone.access.OpenToAll;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.polling.ReceivePush;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.PushReceiver;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in what devices push. */
@Path("/push/{vendor}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PushResource {
  private static final String MAIN_FORMAT = "";

  @Inject private ReceivePush pushes;
  @Inject private VendorRegistry vendors;

  /** The shape of {@code GET /api/push/<vendor>}. */
  public record ReadyAnswer(boolean success, String vendor, String message, List<String> fields) {}

  /** Whether pushes are taken, and which fields are known. */
  @GET
  @OpenToAll("Senders probe it; it says nothing about any system")
  public ReadyAnswer ready(@PathParam("vendor") String vendor) {
    VendorType type = known(vendor);
    return new ReadyAnswer(
        true,
        type.value(),
        "Ready",
        vendors.receiver(type).map(PushReceiver::knownFields).orElse(List.of()));
  }

  /** Takes in the vendor's main format. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenToAll("The key of the device is checked")
  public Response push(
      @PathParam("vendor") String vendor,
      @HeaderParam("Authorization") @Nullable String authorization,
      byte[] body) {
    return receive(vendor, MAIN_FORMAT, null, authorization, body);
  }

  /** Takes in a variant; devices that send one say all kinds of things about its content type. */
  @POST
  @Path("/{format: [a-z]+}/{site}")
  @Consumes(MediaType.WILDCARD)
  @OpenToAll("The key of the device is checked")
  public Response pushVariant(
      @PathParam("vendor") String vendor,
      @PathParam("format") String format,
      @PathParam("site") String site,
      @HeaderParam("Authorization") @Nullable String authorization,
      byte[] body) {
    return receive(vendor, format, site, authorization, body);
  }

  private Response receive(
      String vendor,
      String format,
      @Nullable String site,
      @Nullable String authorization,
      byte[] body) {
    return PushAnswer.of(
        pushes.receive(
            known(vendor),
            format,
            new String(body, StandardCharsets.UTF_8),
            DeviceKey.of(site, authorization)));
  }

  private VendorType known(String vendor) {
    return VendorType.parse(vendor)
        .filter(pushes::knows)
        .orElseThrow(() -> ApiProblem.notFound("No such vendor pushes"));
  }
}
