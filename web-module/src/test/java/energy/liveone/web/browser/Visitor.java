package energy.liveone.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own, who notes what goes wrong in its console. */
final class Visitor implements AutoCloseable {
  /** Generous: the machine may be busy with other tests. */
  private static final double LIMIT_MS = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
  }

  private final BrowserContext context;
  private final Page page;
  private final URI base;
  private final List<String> complaints = new ArrayList<>();

  Visitor(Browser browser, Screen screen, URI base) {
    this.base = base;
    context = browser.newContext(screen.context());
    context.setDefaultTimeout(LIMIT_MS);
    context.setDefaultNavigationTimeout(LIMIT_MS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Opens a path below the root. */
  Page open(String path) {
    page.navigate(base.resolve(path).toString());
    return page;
  }

  /** Opens a closed path and signs in on the page that it leads to. */
  Page openSignedIn(String path, Home home) {
    open(path);
    page.getByLabel("Email").fill(home.email());
    page.getByLabel("Password").fill(Home.PASSWORD);
    page.locator("#submit").click();
    page.waitForURL(url -> URI.create(url).getPath().equals("/" + path));
    return page;
  }

  Page page() {
    return page;
  }

  /** Errors of scripts, of the security policy and of loading, so far. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
