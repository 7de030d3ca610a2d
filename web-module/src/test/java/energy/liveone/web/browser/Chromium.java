package energy.liveone.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the machine's own Chromium, started once for all of them. The system property {@code
 * liveone.chromium} names another program. Playwright serves one thread: classes that use it are
 * {@code SharedProduct} ones or say {@code @Execution(SAME_THREAD)} themselves.
 */
public final class Chromium implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
  private static final List<String> PROGRAMS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private record Shared(Playwright playwright, Browser browser) implements AutoCloseable {
    static Shared start() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program())
                      .setArgs(
                          List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
      return new Shared(playwright, browser);
    }

    private static Path program() {
      return Stream.concat(
              Optional.ofNullable(System.getProperty("liveone.chromium")).stream(),
              PROGRAMS.stream())
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "The browser tests need Chromium: apt-get install chromium, or name one by"
                          + " -Dliveone.chromium"));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("chromium", key -> Shared.start(), Shared.class)
        .browser();
  }
}
