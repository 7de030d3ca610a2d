package energy.liveone.web.sharing;

import energy.liveone.sharing.Shared;
import energy.liveone.sharing.SharedWithMe;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The card of the account's page with what others share. */
@Named("sharedWithMe")
@RequestScoped
public class SharedWithMeView {
  private final SharedWithMe shared;
  private final Words words;
  private final HttpServletRequest request;
  private String done = "";

  /** One line. */
  public record Row(int id, String name, String owner, String path) {
    static Row of(Shared shared) {
      return new Row(
          shared.id(), shared.name(), shared.owner(), ShareLinkServlet.pageOf(shared.subject()));
    }
  }

  @Inject
  public SharedWithMeView(SharedWithMe shared, Words words, HttpServletRequest request) {
    this.shared = shared;
    this.words = words;
    this.request = request;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SharedWithMeView() {
    this(null, null, null);
  }

  /** Gives back what the form names. */
  public void leave() {
    String id = request.getParameter("share-id");
    if (id != null && id.matches("[0-9]{1,9}") && shared.leave(Integer.parseInt(id))) {
      done = words.text("shared.left");
    }
  }

  /** All of it, by name. */
  public List<Row> getRows() {
    return shared.list().stream().map(Row::of).toList();
  }

  public String getDone() {
    return done;
  }
}
