package energy.liveone.sharing;

import energy.liveone.lastuse.LastUses;
import energy.liveone.lastuse.UsedThing;
import energy.liveone.token.TokenText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Finds share links for the web security mechanism, which asks with each request of a guest. */
@ApplicationScoped
public class ShareLinks {
  private final ShareStore shares;
  private final LastUses uses;
  private final Clock clock;

  @Inject
  ShareLinks(ShareStore shares, LastUses uses, Clock clock) {
    this.shares = shares;
    this.uses = uses;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ShareLinks() {
    this(null, null, null);
  }

  /** The link with this secret, if it works. */
  public Optional<OpenLink> find(TokenText secret) {
    return secret.hasPrefix(TokenText.SHARE_LINK) ? find(secret.sha256()) : Optional.empty();
  }

  /** The link with this hash, if it still works; notes that it is used. */
  public Optional<OpenLink> find(byte[] sha256) {
    Optional<OpenLink> link = shares.link(sha256, clock.instant());
    link.ifPresent(
        found ->
            uses.note(
                new UsedThing(UsedThing.Kind.SHARE, found.id()), found.lastUsedOrNull(), null));
    return link;
  }
}
