package energy.liveone.api.auth;

import energy.liveone.access.OpenToAll;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.api.json.MaxBody;
import energy.liveone.audit.AuditActor;
import energy.liveone.audit.CurrentActor;
import energy.liveone.clerk.ClerkEvent;
import energy.liveone.clerk.ClerkSettings;
import energy.liveone.clerk.FollowClerk;
import energy.liveone.clerk.SvixSignature;
import energy.liveone.clerk.SvixSignature.Headers;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.JsonParse.Read;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;

/** Takes Clerk's messages about its users. */
@Path("/auth/clerk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClerkResource {
  private static final int MAX_BODY = 256 * 1024;

  @Inject private ClerkSettings settings;
  @Inject private FollowClerk clerk;
  @Inject private CurrentActor actor;
  @Inject private CurrentOrigin origin;
  @Inject private Clock clock;

  /** The shape of the answer; {@code outcome} is for people who look at the sender's log. */
  public record TakenAnswer(boolean success, String outcome) {}

  /** Follows a message; the signature covers the body as it came, so that is what is read. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @MaxBody(MAX_BODY)
  @OpenToAll("The signature of the message is checked")
  public TakenAnswer take(
      @HeaderParam("svix-id") @DefaultValue("") String id,
      @HeaderParam("svix-timestamp") @DefaultValue("") String timestamp,
      @HeaderParam("svix-signature") @DefaultValue("") String signatures,
      byte[] body) {
    SvixSignature signature =
        settings
            .signature()
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        ErrorCode.NOT_CONFIGURED, "This installation takes no such messages"));
    require(signature.check(new Headers(id, timestamp, signatures), body, clock.instant()));
    actor.become(AuditActor.service("clerk"), origin.address());
    FollowClerk.Outcome outcome = clerk.follow(id, event(body));
    return new TakenAnswer(true, outcome.name().toLowerCase(Locale.ROOT));
  }

  private static void require(SvixSignature.Verdict verdict) {
    switch (verdict) {
      case GENUINE -> {}
      case INCOMPLETE ->
          throw ApiProblem.of(
              ErrorCode.SIGNATURE_MISSING, "svix-id, svix-timestamp and svix-signature are needed");
      case OUT_OF_TIME ->
          throw ApiProblem.of(
              ErrorCode.SIGNATURE_EXPIRED, "The message was signed more than five minutes ago");
      case FORGED ->
          throw ApiProblem.of(ErrorCode.SIGNATURE_INVALID, "No signature of the message fits");
    }
  }

  private static ClerkEvent event(byte[] body) {
    JsonFields message =
        JsonParse.of(new String(body, StandardCharsets.UTF_8))
            .fold(
                Read::fields,
                malformed -> {
                  throw ApiProblem.of(ErrorCode.INVALID_JSON, "The body must be a JSON object");
                });
    return ClerkEvent.read(message).orElseThrow(() -> ApiProblem.missing("data.id"));
  }
}
