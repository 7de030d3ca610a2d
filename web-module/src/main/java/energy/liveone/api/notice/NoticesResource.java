package energy.liveone.api.notice;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.notice.Notice;
import energy.liveone.notice.NoticeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's notices. */
@Path("/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
  @Inject private NoticeService notices;

  /** The shape of {@code GET /api/notices}. */
  public record NoticesAnswer(boolean success, int unread, List<NoticeLine> data) {}

  /** The shape of {@code POST /api/notices/<id>/read}. */
  public record ReadAnswer(boolean success) {}

  /**
   * One notice. Times are ISO-8601.
   *
   * @param code what it is about: the standard code of the failure that ended collecting
   */
  @JsonbNillable
  public record NoticeLine(
      long id,
      @Nullable Integer systemId,
      @Nullable String systemName,
      String code,
      String message,
      String createdAt,
      @Nullable String readAt) {
    static NoticeLine of(Notice notice) {
      return new NoticeLine(
          notice.id(),
          notice.system().map(system -> system.value()).orElse(null),
          notice.systemNameOrNull(),
          notice.code(),
          notice.detail(),
          notice.createdAt().toString(),
          notice.readAtOrNull() == null ? null : notice.readAtOrNull().toString());
    }
  }

  /** The newest notices, unread ones first. */
  @GET
  @RequireWholeAccount
  public NoticesAnswer list() {
    List<Notice> own = notices.own();
    return new NoticesAnswer(
        true,
        (int) own.stream().filter(Notice::unread).count(),
        own.stream().map(NoticeLine::of).toList());
  }

  /** Marks one as read. */
  @POST
  @Path("/{noticeId}/read")
  @RequireWholeAccount
  public ReadAnswer read(@PathParam("noticeId") long notice) {
    if (!notices.read(notice)) {
      throw ApiProblem.notFound("There is no such notice");
    }
    return new ReadAnswer(true);
  }
}
