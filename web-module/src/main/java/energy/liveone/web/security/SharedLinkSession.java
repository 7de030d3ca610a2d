package energy.liveone.web.security;

import energy.liveone.token.TokenText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the HTTP session remembers of a share link: only its hash, with which the link is looked for
 * anew with each request, so that a link that is over lets nobody see anything more.
 */
record SharedLinkSession(String sha256) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "energy.liveone.shared-link";

  /** Remembers a link under a new session id; whoever is signed in stays so. */
  static void begin(HttpServletRequest request, TokenText secret) {
    SignedInSession.renewed(request)
        .setAttribute(ATTRIBUTE, new SharedLinkSession(HexFormat.of().formatHex(secret.sha256())));
  }

  /** The hash of the link that was opened in the session of a request, if one was. */
  static Optional<byte[]> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (SharedLinkSession) session.getAttribute(ATTRIBUTE))
        .map(link -> HexFormat.of().parseHex(link.sha256()));
  }
}
