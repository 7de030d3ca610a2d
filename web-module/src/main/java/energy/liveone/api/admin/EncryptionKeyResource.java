package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.credential.RotateKey;
import energy.liveone.credential.RotateKey.Progress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The encryption key: which one is used, by its id, and another one in its place. */
@Path("/admin/encryption-key")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EncryptionKeyResource {
  @Inject private RotateKey rotation;

  /**
   * The shape of both answers.
   *
   * @param nextKeyId ordered, while not all nodes have it
   * @param waitingFor the nodes that do not have it
   * @param sealed texts in all
   * @param remaining texts to be sealed anew
   * @param unreadable texts that open with no key that is here
   */
  @JsonbNillable
  public record KeyAnswer(
      boolean success,
      String keyId,
      @Nullable String nextKeyId,
      boolean rotating,
      List<String> waitingFor,
      long sealed,
      long remaining,
      long unreadable) {
    static KeyAnswer of(Progress progress) {
      return new KeyAnswer(
          true,
          progress.keyId(),
          progress.nextKeyIdOrNull(),
          progress.rotating(),
          List.copyOf(progress.waitingFor()),
          progress.sealed(),
          progress.remaining(),
          progress.unreadable());
    }
  }

  /** Which key is used, and how far a rotation is. */
  @GET
  @RequireAdmin
  public KeyAnswer show() {
    return KeyAnswer.of(rotation.progress());
  }

  /** Orders another key; everything goes on meanwhile. */
  @POST
  @Path("/rotate")
  @RequireAdmin
  public Response rotate() {
    rotation
        .order()
        .ifPresent(
            reason -> {
              throw ApiProblem.conflict("encryption-key", reason);
            });
    return Response.accepted(KeyAnswer.of(rotation.progress())).build();
  }
}
