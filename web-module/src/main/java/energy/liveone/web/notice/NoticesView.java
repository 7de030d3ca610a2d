package energy.liveone.web.notice;

import energy.liveone.notice.Notice;
import energy.liveone.notice.NoticeService;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader's unread notices. */
@Named("notices")
@RequestScoped
public class NoticesView {
  private final NoticeService notices;
  private final Words words;
  private @Nullable List<Line> unread;

  @Inject
  public NoticesView(NoticeService notices, Words words) {
    this.notices = notices;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected NoticesView() {
    this(null, null);
  }

  /** A notice in words. */
  public record Line(long id, String text) {}

  /** Newest first. */
  public List<Line> getUnread() {
    if (unread == null) {
      unread = notices.unread().stream().map(this::line).toList();
    }
    return unread;
  }

  private Line line(Notice notice) {
    String name = notice.systemNameOrNull() == null ? "" : notice.systemNameOrNull();
    return new Line(notice.id(), words.text("notice." + notice.code(), name));
  }
}
