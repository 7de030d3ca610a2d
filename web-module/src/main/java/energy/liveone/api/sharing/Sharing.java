package energy.liveone.api.sharing;

import energy.liveone.access.Subject;
import energy.liveone.account.EmailAddress;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.sharing.Share;
import energy.liveone.sharing.SharingService;
import energy.liveone.sharing.SharingService.Invited;
import energy.liveone.sharing.SharingService.Invitee;
import energy.liveone.sharing.SharingService.SharedLink;
import energy.liveone.sharing.SharingSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What both routes of sharing answer, of systems and of composites. */
@RequestScoped
public class Sharing {
  private static final int LINK_DAYS = 30;

  @Inject private SharingService sharing;
  @Inject private SharingSettings settings;
  @Inject private CurrentOrigin origin;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  /** The shape of {@code GET}. */
  public record SharingAnswer(boolean success, List<ShareLine> sharing) {}

  /** The shape of {@code POST}; {@code url} is in the answer that makes a link and in no other. */
  public record NewShareAnswer(
      boolean success, int id, String kind, @Nullable String url, String expiresAt) {
    /** Never prints the link. */
    @Override
    public String toString() {
      return "NewShareAnswer[id=" + id + "]";
    }
  }

  /** The shape of acts that have nothing to tell. */
  public record Done(boolean success) {}

  /**
   * One way in which something is shared. Times are ISO-8601.
   *
   * @param email of the viewer, or where the invitation was sent; null for links
   * @param name of the viewer, or the label of a link; null for invitations
   */
  @JsonbNillable
  public record ShareLine(
      int id,
      String kind,
      @Nullable String email,
      @Nullable String name,
      String createdAt,
      @Nullable String expiresAt,
      boolean expired,
      @Nullable String lastUsedAt) {
    static ShareLine of(Share share, Instant now) {
      return new ShareLine(
          share.id(),
          share.kind().wireName(),
          share.emailOrNull(),
          share.nameOrNull(),
          share.createdAt().toString(),
          share.expiresAt().map(Instant::toString).orElse(null),
          share.isExpiredAt(now),
          share.lastUsed().map(Instant::toString).orElse(null));
    }
  }

  /** All ways in which it is shared, newest first. */
  SharingAnswer list(Subject subject) {
    Instant now = clock.instant();
    return new SharingAnswer(
        true, sharing.of(subject).stream().map(share -> ShareLine.of(share, now)).toList());
  }

  /** Invites somebody by mail, or makes a link. */
  Response share(Subject subject, JsonBody body) {
    String kind =
        body.word("kind", Set.of("invitation", "link"))
            .orElseThrow(() -> ApiProblem.missing("kind"));
    return kind.equals("link") ? link(subject, body) : invite(subject, body);
  }

  private Response invite(Subject subject, JsonBody body) {
    String email = body.requiredText("email");
    if (!EmailAddress.isValid(email)) {
      throw ApiProblem.invalid("email", "Not an e-mail address");
    }
    Duration wait = sharing.waitToInvite(origin.network());
    if (!wait.isZero()) {
      throw ApiProblem.tooOften("Too many invitations", wait);
    }
    Invited invited =
        sharing
            .invite(subject, new Invitee(new EmailAddress(email), request.getLocale()))
            .orElseThrow(Sharing::tooMany);
    return made(invited.id(), "invitation", null, invited.expiresAt());
  }

  private Response link(Subject subject, JsonBody body) {
    String label = body.requiredText("label").strip();
    if (label.length() > SharingService.MAX_LABEL) {
      throw ApiProblem.invalid("label", "A label has at most 100 characters");
    }
    long longest = settings.longestLink().toDays();
    int days = body.integer("expiresInDays").orElse((int) Math.min(LINK_DAYS, longest));
    if (days < 1 || days > longest) {
      throw ApiProblem.invalid("expiresInDays", "A link works for 1 to %d days".formatted(longest));
    }
    SharedLink link =
        sharing.link(subject, label, Duration.ofDays(days)).orElseThrow(Sharing::tooMany);
    return made(link.id(), "link", link.url(), link.expiresAt());
  }

  private static ApiProblem tooMany() {
    return ApiProblem.conflict("kind", "End a share first: there are too many");
  }

  private static Response made(int id, String kind, @Nullable String url, Instant expiresAt) {
    CacheControl nowhere = new CacheControl();
    nowhere.setNoStore(true);
    return Response.status(Response.Status.CREATED)
        .entity(new NewShareAnswer(true, id, kind, url, expiresAt.toString()))
        .cacheControl(nowhere)
        .build();
  }

  /** Ends a share, and what it let in, at once. */
  Done revoke(Subject subject, int share) {
    if (!sharing.revoke(subject, share)) {
      throw ApiProblem.notFound("It is not shared like that");
    }
    return new Done(true);
  }
}
