package energy.liveone.web.preference;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountProfile;
import energy.liveone.preference.Language;
import energy.liveone.preference.PreferenceService;
import energy.liveone.preference.Preferences;
import energy.liveone.preference.Theme;
import energy.liveone.web.preference.Wishes.Kept;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How pages look to the reader of the current request. Reads the database once, when asked. */
@RequestScoped
public class ReaderPreferences {
  private static final Logger LOG = Logger.getLogger(ReaderPreferences.class.getName());
  private static final String IN_ADDRESS = "theme";

  private final HttpServletRequest request;
  private final AccessService access;
  private final PreferenceService stored;
  private @Nullable Wishes wishes;

  @Inject
  public ReaderPreferences(
      HttpServletRequest request, AccessService access, PreferenceService stored) {
    this.request = request;
    this.access = access;
    this.stored = stored;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ReaderPreferences() {
    this(null, null, null);
  }

  /** Units and the like; the defaults for strangers and guests. */
  public Preferences get() {
    return wishes().preferences();
  }

  /** The language, which may be left to the browser. */
  public Language language() {
    return wishes().language();
  }

  /** The theme of this page. */
  public Theme theme() {
    return wishes().theme();
  }

  /** The theme of pages whose address says none. */
  public Theme keptTheme() {
    return wishes().keptTheme();
  }

  private Wishes wishes() {
    if (wishes == null) {
      wishes =
          new Wishes(
              access.caller().account().map(this::ofAccount).orElse(null),
              new Kept(cookie(KeptByBrowser.THEME), cookie(KeptByBrowser.LANGUAGE)),
              request.getParameter(IN_ADDRESS));
    }
    return wishes;
  }

  /** The page that tells of a fault has to look like something, too, when the database is gone. */
  private Preferences ofAccount(AccountProfile account) {
    try {
      return stored.of(account.id()).orElse(Preferences.DEFAULT);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Preferences of account " + account.id() + " are not known");
      return Preferences.DEFAULT;
    }
  }

  private @Nullable String cookie(String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }
}
