package energy.liveone.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** What somebody looks at the pages with. */
enum Screen {
  PHONE(390, 844, 2, ColorScheme.DARK),
  DESKTOP(1440, 900, 1, ColorScheme.LIGHT);

  private final int width;
  private final int height;
  private final int scale;
  private final ColorScheme scheme;

  Screen(int width, int height, int scale, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.scheme = scheme;
  }

  Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setDeviceScaleFactor(scale)
        .setColorScheme(scheme)
        .setLocale("en-AU");
  }

  int width() {
    return width;
  }
}
