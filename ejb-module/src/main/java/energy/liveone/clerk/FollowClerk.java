package energy.liveone.clerk;

import energy.liveone.account.EmailTaken;
import energy.liveone.identity.Admission.Admitted;
import energy.liveone.identity.AdmitPeople;
import energy.liveone.identity.DepartPeople;
import energy.liveone.identity.FollowPeople;
import energy.liveone.identity.Identity;
import energy.liveone.identity.ProvenPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;

/**
 * Does what messages of Clerk ask for. Each message has its effect once, in the transaction that
 * takes it down; messages that come late or in another order change nothing: what is newer stays,
 * and who is deleted stays deleted.
 */
@ApplicationScoped
public class FollowClerk {
  private final ClerkBooks books;
  private final ClerkSettings settings;
  private final AdmitPeople admit;
  private final FollowPeople follow;
  private final DepartPeople depart;
  private final Clock clock;

  @Inject
  FollowClerk(
      ClerkBooks books,
      ClerkSettings settings,
      AdmitPeople admit,
      FollowPeople follow,
      DepartPeople depart,
      Clock clock) {
    this.books = books;
    this.settings = settings;
    this.admit = admit;
    this.follow = follow;
    this.depart = depart;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FollowClerk() {
    this(null, null, null, null, null, null);
  }

  /** What came of a message. */
  public enum Outcome {
    /** It was followed. */
    DONE,
    /** It came before and was followed then. */
    REPEATED,
    /** Something newer is known of the user. */
    STALE,
    /** It concerns nobody's account. */
    IGNORED
  }

  /**
   * Follows a message whose signature was found right.
   *
   * @param messageId the same when the message comes again
   */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public Outcome follow(String messageId, ClerkEvent event) {
    if (!books.isNew(messageId, clock.instant())) {
      return Outcome.REPEATED;
    }
    return switch (event.kind()) {
      case CREATED, UPDATED -> place(event);
      case DELETED -> depart(event);
      case OTHER -> Outcome.IGNORED;
    };
  }

  private Outcome place(ClerkEvent event) {
    Identity user = identity(event);
    if (!books.advance(user, event.updatedAtMs())) {
      return Outcome.STALE;
    }
    ProvenPerson person = new ProvenPerson(user, event.verifiedEmailOrNull(), event.name());
    if (follow.isKnown(user)) {
      follow.follow(person);
      return Outcome.DONE;
    }
    return admit.place(person, settings.policy(), Locale.ENGLISH) instanceof Admitted
        ? Outcome.DONE
        : Outcome.IGNORED;
  }

  private Outcome depart(ClerkEvent event) {
    Identity user = identity(event);
    if (!books.delete(user)) {
      return Outcome.STALE;
    }
    return depart.depart(user) ? Outcome.DONE : Outcome.IGNORED;
  }

  private Identity identity(ClerkEvent event) {
    return new Identity(settings.issuer(), event.userId());
  }
}
