package energy.liveone.web.sharing;

import energy.liveone.access.Subject;
import energy.liveone.account.EmailAddress;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.sharing.Share;
import energy.liveone.sharing.SharingService;
import energy.liveone.sharing.SharingService.Invitee;
import energy.liveone.sharing.SharingService.SharedLink;
import energy.liveone.sharing.SharingSettings;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.signin.Wait;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The card of a system's or composite's page that says with whom it is shared. A link is shown
 * once.
 */
@Named("sharing")
@RequestScoped
public class SharingView {
  private static final int USUAL_DAYS = 30;
  private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);

  private final SharedPage page;
  private final SharingService service;
  private final SharingSettings settings;
  private final CurrentOrigin origin;
  private final Words words;
  private final HttpServletRequest request;
  private final Clock clock;
  private String email = "";
  private String label = "";
  private int days = USUAL_DAYS;
  private String url = "";
  private String done = "";
  private String error = "";

  /** One line of the table, in words. */
  public record Row(int id, String who, String kind, String until, String lastUse) {}

  @Inject
  public SharingView(
      SharedPage page,
      SharingService service,
      SharingSettings settings,
      CurrentOrigin origin,
      Words words,
      HttpServletRequest request,
      Clock clock) {
    this.page = page;
    this.service = service;
    this.settings = settings;
    this.origin = origin;
    this.words = words;
    this.request = request;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SharingView() {
    this(null, null, null, null, null, null, null);
  }

  /** Mails an invitation. */
  public void invite() {
    if (!EmailAddress.isValid(email)) {
      error = words.text("link.badEmail");
      return;
    }
    Duration wait = service.waitToInvite(origin.network());
    if (!wait.isZero()) {
      error = words.text("signIn.wait", Wait.inWords(wait));
      return;
    }
    Invitee invitee = new Invitee(new EmailAddress(email), words.getLocale());
    if (service.invite(subject(), invitee).isPresent()) {
      done = words.text("sharing.invited", email);
      email = "";
    } else {
      error = words.text("sharing.tooMany");
    }
  }

  /** Makes a link and shows it. */
  public void link() {
    if (label.isBlank() || label.length() > SharingService.MAX_LABEL) {
      error = words.text("sharing.noLabel");
      return;
    }
    Optional<SharedLink> made = service.link(subject(), label, Duration.ofDays(days));
    made.ifPresent(link -> url = link.url());
    if (made.isPresent()) {
      label = "";
    } else {
      error = words.text("sharing.tooMany");
    }
  }

  /** Ends the share that the form names. */
  public void revoke() {
    String id = request.getParameter("share-id");
    if (id != null && id.matches("[0-9]{1,9}") && service.revoke(subject(), Integer.parseInt(id))) {
      done = words.text("sharing.ended");
    }
  }

  /** What the forms share; they say so, because on postbacks nobody has looked yet. */
  public String getOf() {
    return page.subject().map(SharedPage::textOf).orElse("");
  }

  private Subject subject() {
    return page.subject()
        .or(() -> SharedPage.subjectOf(request.getParameter("share-of")))
        .orElseThrow();
  }

  /** All ways in which it is shared, newest first. */
  public List<Row> getRows() {
    SiteClock times =
        page.clock().orElseGet(() -> new SiteClock(ZoneOffset.UTC, clock.instant(), words.texts()));
    return page
        .subject()
        .or(() -> SharedPage.subjectOf(request.getParameter("share-of")))
        .map(service::of)
        .orElse(List.of())
        .stream()
        .map(share -> row(share, times))
        .toList();
  }

  private Row row(Share share, SiteClock times) {
    String who = share.nameOrNull() == null ? "" : share.nameOrNull();
    String mail = share.emailOrNull() == null ? "" : share.emailOrNull();
    return new Row(
        share.id(),
        who.isEmpty() || mail.isEmpty() ? who + mail : who + " (" + mail + ")",
        words.text("sharing.kind." + share.kind().wireName()),
        share
            .expiresAt()
            .map(
                end -> share.isExpiredAt(times.now()) ? words.text("sharing.over") : times.day(end))
            .orElseGet(() -> words.text("sharing.endless")),
        share.lastUsed().map(times::age).orElseGet(() -> words.text("sharing.never")));
  }

  /** For how many days a link may work. */
  public List<Integer> getChoices() {
    return DAYS.stream().filter(one -> one <= settings.longestLink().toDays()).toList();
  }

  /** The link that was just made; empty otherwise. */
  public String getUrl() {
    return url;
  }

  public String getDone() {
    return done;
  }

  public String getError() {
    return error;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email.strip();
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(@Nullable String label) {
    this.label = label == null ? "" : label.strip();
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
