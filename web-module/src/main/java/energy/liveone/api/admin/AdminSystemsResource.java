package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.account.AccountId;
import energy.liveone.account.AccountService;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.JsonBody;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.setup.AliasTaken;
import energy.liveone.setup.MaintainSystem;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All systems of the installation. */
@Path("/admin/systems")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminSystemsResource {
  @Inject private SystemsOverview systems;
  @Inject private MaintainSystem maintain;
  @Inject private AccountService accounts;

  /** The shape of {@code GET /api/admin/systems}. */
  public record SystemsAnswer(boolean success, List<SystemDetails> data) {}

  /** The shape of {@code POST /api/admin/systems/<id>/settings}. */
  public record ChangedAnswer(boolean success, String message, SystemDetails system) {}

  /** The shape of {@code POST|DELETE /api/admin/systems/<id>/delete}. */
  public record DeletedAnswer(boolean success, String message) {}

  /**
   * One system.
   *
   * @param lastUpdate epoch seconds of its newest reading; null when there is none yet
   */
  @JsonbNillable
  public record SystemDetails(
      int id,
      int ownerId,
      @Nullable String ownerEmail,
      String vendorType,
      String vendorSiteId,
      String displayName,
      @Nullable String alias,
      String status,
      @Nullable String statusReason,
      boolean isDefault,
      String displayTimezone,
      @Nullable String model,
      @Nullable String serial,
      String health,
      @Nullable Long lastUpdate) {
    static SystemDetails of(SystemOverview system, @Nullable String ownerEmail) {
      return new SystemDetails(
          system.id().value(),
          system.ownerAccountId(),
          ownerEmail,
          system.vendorType().value(),
          system.vendorSiteId(),
          system.displayName(),
          system.alias().map(Alias::value).orElse(null),
          system.status().wireName(),
          system.statusReasonOrNull(),
          system.isDefault(),
          system.displayTimezone().getId(),
          system.modelOrNull(),
          system.serialOrNull(),
          system.health().wireName(),
          system.lastUpdate().map(last -> last.getEpochSecond()).orElse(null));
    }
  }

  /** Every system. */
  @GET
  @RequireAdmin
  @Gzipped
  public SystemsAnswer list() {
    Map<Integer, String> emails =
        accounts.all().stream()
            .collect(Collectors.toMap(a -> a.id().value(), a -> a.email().value()));
    return new SystemsAnswer(
        true,
        systems.all().stream()
            .map(system -> SystemDetails.of(system, emails.get(system.ownerAccountId())))
            .toList());
  }

  /** Changes what the body names. */
  @POST
  @Path("/{systemId}/settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAdmin
  public ChangedAnswer change(@PathParam("systemId") SystemId system, JsonBody body) {
    try {
      maintain.change(system, SettingsRequest.parse(body));
    } catch (AliasTaken e) {
      throw ApiProblem.conflict("alias", String.valueOf(e.getMessage()));
    }
    SystemOverview changed = systems.of(system);
    return new ChangedAnswer(
        true,
        "System updated successfully",
        SystemDetails.of(changed, emailOf(changed.ownerAccountId())));
  }

  private @Nullable String emailOf(int account) {
    return accounts.find(new AccountId(account)).map(found -> found.email().value()).orElse(null);
  }

  /** Deletes a system and all of its data. */
  @POST
  @Path("/{systemId}/delete")
  @RequireAdmin
  public DeletedAnswer deleteByPost(@PathParam("systemId") SystemId system) {
    maintain.delete(system);
    return new DeletedAnswer(true, "System deleted");
  }

  /** Deletes a system and all of its data. */
  @DELETE
  @Path("/{systemId}/delete")
  @RequireAdmin
  public DeletedAnswer delete(@PathParam("systemId") SystemId system) {
    return deleteByPost(system);
  }
}
