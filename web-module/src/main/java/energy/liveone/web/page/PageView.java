package energy.liveone.web.page;

import energy.liveone.access.AccessRefused;
import energy.liveone.access.AccessService;
import energy.liveone.access.Refusal;
import energy.liveone.account.AccountProfile;
import energy.liveone.history.SystemsOverview;
import energy.liveone.system.SystemId;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.live.SystemPanels;
import energy.liveone.web.preference.ReaderPreferences;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;

/** The frame of the current page. */
@Named("page")
@RequestScoped
public class PageView {
  private final ReaderPreferences reader;
  private final Words words;
  private final AccessService access;
  private final SystemsOverview systems;
  private final SystemPanels panels;
  private @Nullable List<SystemPanel> own;

  @Inject
  public PageView(
      ReaderPreferences reader,
      Words words,
      AccessService access,
      SystemsOverview systems,
      SystemPanels panels) {
    this.reader = reader;
    this.words = words;
    this.access = access;
    this.systems = systems;
    this.panels = panels;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected PageView() {
    this(null, null, null, null, null);
  }

  /** {@code light}, {@code dark} or {@code auto}. */
  public String getTheme() {
    return reader.theme().wireName();
  }

  /** How scripts write powers: {@code auto}, or always in {@code kW}. */
  public String getPower() {
    return reader.get().power().wireName();
  }

  /** How scripts write temperatures, which they get in °C: {@code C} or {@code F}. */
  public String getTemperature() {
    return reader.get().temperature().wireName();
  }

  /** The first day of the reader's week: 1 is Monday, 7 is Sunday. */
  public int getWeekStart() {
    return words.texts().weekStart().getValue();
  }

  /**
   * The nonce of the page's scripts. A form of a stateful page without PrimeFaces' own script has
   * to send it along as {@code primefaces.nonce}, as that script would.
   */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return access.caller().isSignedIn();
  }

  /** Whether an administrator is signed in. */
  public boolean isAdmin() {
    return account().filter(AccountProfile::isAdmin).isPresent();
  }

  /** The address that somebody signed in with; empty for nobody. */
  public String getEmail() {
    return account().map(account -> account.email().value()).orElse("");
  }

  private Optional<AccountProfile> account() {
    return access.caller().account();
  }

  /** The reader's own systems, default first, then those that others share. */
  public List<SystemPanel> getSystems() {
    if (own == null) {
      own = panels.of(systems.visible());
    }
    return own;
  }

  /**
   * The system that an address names.
   *
   * @throws AccessRefused when there is none that the reader may see
   */
  public SystemPanel system(String idOrAlias) {
    SystemId id =
        systems
            .resolve(idOrAlias)
            .orElseThrow(() -> new AccessRefused(Refusal.NOT_FOUND, "There is no such system"));
    return getSystems().stream()
        .filter(panel -> panel.overview().id().equals(id))
        .findFirst()
        .orElseGet(() -> panels.of(List.of(systems.of(id))).get(0));
  }
}
