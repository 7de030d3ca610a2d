package energy.liveone.sharing;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.Subject;
import energy.liveone.access.SubjectType;
import energy.liveone.account.EmailAddress;
import energy.liveone.composite.CompositeId;
import energy.liveone.composite.CompositeService;
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

/** With whom a system or a composite is shared: for its owner and for administrators. */
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
  private final AccessService access;
  private final CompositeService composites;

  @Inject
  SharingService(
      ShareStore shares,
      MakeShares make,
      SharingSettings settings,
      LinkRequests requests,
      Outbox outbox,
      PublicAddress address,
      AccessService access,
      CompositeService composites) {
    this.shares = shares;
    this.make = make;
    this.settings = settings;
    this.requests = requests;
    this.outbox = outbox;
    this.address = address;
    this.access = access;
    this.composites = composites;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SharingService() {
    this(null, null, null, null, null, null, null, null);
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

  /** All ways in which it is shared, newest first. */
  public List<Share> of(Subject subject) {
    requireOwn(subject);
    return shares.of(subject);
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
   * @return empty when it is shared too often
   */
  public Optional<Invited> invite(Subject subject, Invitee invitee) {
    requireOwn(subject);
    Optional<IssuedShare> issued = make.invite(subject, invitee.email(), settings.invitation());
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
   * Makes a link with which everybody who has it sees the system or composite.
   *
   * @param label what its maker calls it, 1 to 100 characters
   * @param lifetime at most what {@link SharingSettings} allows
   * @return empty when it is shared too often
   */
  public Optional<SharedLink> link(Subject subject, String label, Duration lifetime) {
    requireOwn(subject);
    if (label.isBlank() || label.length() > MAX_LABEL) {
      throw new IllegalArgumentException("A label has 1 to 100 characters");
    }
    if (lifetime.isNegative()
        || lifetime.isZero()
        || lifetime.compareTo(settings.longestLink()) > 0) {
      throw new IllegalArgumentException("A link does not work that long");
    }
    return make.link(subject, label.strip(), lifetime)
        .map(
            share ->
                new SharedLink(
                    share.id(),
                    address.of("shared?link=" + share.token().value()),
                    share.expiresAt()));
  }

  /** Ends a share, and what it let in, at once; whether there was one. */
  public boolean revoke(Subject subject, int share) {
    requireOwn(subject);
    return make.revoke(subject, share);
  }

  private void requireOwn(Subject subject) {
    if (subject.type() == SubjectType.SYSTEM) {
      access.requireSystemAccess(new SystemId(subject.id()), Permission.OWN);
    } else {
      composites.require(new CompositeId(subject.id()), Permission.OWN);
    }
  }
}
