package energy.liveone.sharing;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.access.Subject;
import energy.liveone.account.EmailAddress;
import energy.liveone.mail.MailKind;
import energy.liveone.mail.MailTexts;
import energy.liveone.mail.Outbox;
import energy.liveone.mail.PublicAddress;
import energy.liveone.mailedlink.LinkRequests;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** With whom a system is shared: for its owner and for administrators. */
@ApplicationScoped
public class SharingService {
  /** Longest label of a link. */
  public static final int MAX_LABEL = 100;

  private final ShareStore shares;
  private final MakeShares make;
  private final SharingSettings settings;
  private final LinkRequests requests;
  private final Outbox outbox;
  private final PublicAddress address;

  @Inject
  SharingService(
      ShareStore shares,
      MakeShares make,
      SharingSettings settings,
      LinkRequests requests,
      Outbox outbox,
      PublicAddress address) {
    this.shares = shares;
    this.make = make;
    this.settings = settings;
    this.requests = requests;
    this.outbox = outbox;
    this.address = address;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SharingService() {
    this(null, null, null, null, null, null);
  }

  /** Whom an invitation goes to, and how it is worded. */
  public record Invitee(EmailAddress email, Locale locale) {}

  /** What came of an invitation. */
  public record Invited(int id, Instant expiresAt) {}

  /** A link, told this once. */
  public record SharedLink(int id, String url, Instant expiresAt) {
    /** Never prints the link. */
    @Override
    public String toString() {
      return "SharedLink[id=" + id + "]";
    }
  }

  /** All ways in which the system is shared, newest first. */
  @RequireSystemAccess(Permission.OWN)
  public List<Share> of(SystemId system) {
    return shares.of(Subject.of(system));
  }

  /**
   * How long somebody has to wait before inviting more people; counts as one invitation.
   *
   * @param network the network that the request comes from
   */
  public Duration waitToInvite(String network) {
    return requests.askFrom(network);
  }

  /**
   * Mails an invitation. Nothing of it, neither answer nor mail nor list, depends on whether the
   * address has an account.
   *
   * @return empty when the system is shared too often
   */
  @RequireSystemAccess(Permission.OWN)
  public Optional<Invited> invite(SystemId system, Invitee invitee) {
    Optional<IssuedShare> issued =
        make.invite(Subject.of(system), invitee.email(), settings.invitation());
    issued.ifPresent(share -> mail(share, invitee));
    return issued.map(share -> new Invited(share.id(), share.expiresAt()));
  }

  private void mail(IssuedShare share, Invitee invitee) {
    if (requests.maySendTo(invitee.email().value())) {
      String link = address.of("invitation?token=" + share.token().value());
      outbox.sendLink(
          MailTexts.of(MailKind.INVITATION, invitee.locale(), invitee.email(), link),
          link,
          share.expiresAt());
    }
  }

  /**
   * Makes a link with which everybody who has it sees the system.
   *
   * @param label what its maker calls it, 1 to 100 characters
   * @param lifetime at most what {@link SharingSettings} allows
   * @return empty when the system is shared too often
   */
  @RequireSystemAccess(Permission.OWN)
  public Optional<SharedLink> link(SystemId system, String label, Duration lifetime) {
    if (label.isBlank() || label.length() > MAX_LABEL) {
      throw new IllegalArgumentException("A label has 1 to 100 characters");
    }
    if (lifetime.isNegative()
        || lifetime.isZero()
        || lifetime.compareTo(settings.longestLink()) > 0) {
      throw new IllegalArgumentException("A link does not work that long");
    }
    return make.link(Subject.of(system), label.strip(), lifetime)
        .map(
            share ->
                new SharedLink(
                    share.id(),
                    address.of("shared?link=" + share.token().value()),
                    share.expiresAt()));
  }

  /** Ends a share, and what it let in, at once; whether there was one. */
  @RequireSystemAccess(Permission.OWN)
  public boolean revoke(SystemId system, int share) {
    return make.revoke(Subject.of(system), share);
  }
}
