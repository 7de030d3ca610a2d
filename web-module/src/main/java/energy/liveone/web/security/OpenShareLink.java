package energy.liveone.web.security;

import energy.liveone.access.Subject;
import energy.liveone.sharing.OpenLink;
import energy.liveone.sharing.ShareLinks;
import energy.liveone.token.TokenText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Takes share links, as {@link SignIn} takes passwords. */
@Dependent
public class OpenShareLink {
  private final ShareLinks links;

  @Inject
  public OpenShareLink(ShareLinks links) {
    this.links = links;
  }

  /** Lets the session of this request see what is shared, if the link works. */
  public Optional<Subject> open(HttpServletRequest request, TokenText secret) {
    Optional<OpenLink> link = links.find(secret);
    link.ifPresent(found -> SharedLinkSession.begin(request, secret));
    return link.map(OpenLink::subject);
  }
}
