package energy.liveone.web.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in. Only a path of this server counts: an address that somebody planted
 * in a link must not lead elsewhere.
 */
public final class LocalTarget {
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1999}");

  private LocalTarget() {}

  /** The target, if it is a path of this server; give it the {@code from} of the sign-in page. */
  public static Optional<String> of(@Nullable String from) {
    return Optional.ofNullable(from).filter(target -> LOCAL.matcher(target).matches());
  }

  /** The sign-in page that leads back to a path with its query. */
  static String signInPage(String contextPath, String pathAndQuery) {
    return contextPath + "/sign-in?from=" + URLEncoder.encode(pathAndQuery, StandardCharsets.UTF_8);
  }
}
