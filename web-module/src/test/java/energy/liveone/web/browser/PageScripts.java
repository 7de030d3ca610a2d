package energy.liveone.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.product.Product;

/** The pages' own scripts, tried where they run. */
final class PageScripts {
  private PageScripts() {}

  /**
   * What a body of a function answers.
   *
   * @param body may say {@code await load('period.js')}; {@code argument} is what it is given
   */
  static Object evaluate(Browser browser, Product product, String body, Object argument) {
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.open("sign-in");
      String script =
          "async (argument) => {"
              + " const root = document.querySelector('script[type=module]').src;"
              + " const page = document.documentElement.dataset;"
              + " const load = (name) => import(root.replace('main.js', name));"
              + body
              + "}";
      return page.evaluate(script, argument);
    }
  }
}
