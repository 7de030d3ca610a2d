package energy.liveone.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;

/** A tab as of a browser that was never used before: nothing in its cache, and one cookie. */
final class Tab implements AutoCloseable {
  private final DevTools browser;
  private final String context;
  private final String session;
  private final Traffic traffic = new Traffic();

  private Tab(DevTools browser, String context, String session) {
    this.browser = browser;
    this.context = context;
    this.session = session;
  }

  /** The size of what a page is shown in, in CSS pixels. */
  record Size(int width, int height) {}

  static Tab open(DevTools browser, Size size) {
    String context =
        browser.call(null, "Target.createBrowserContext", none()).getString("browserContextId");
    String target =
        browser
            .call(
                null,
                "Target.createTarget",
                none()
                    .add("url", "about:blank")
                    .add("browserContextId", context)
                    .add("width", size.width())
                    .add("height", size.height()))
            .getString("targetId");
    String session =
        browser
            .call(
                null, "Target.attachToTarget", none().add("targetId", target).add("flatten", true))
            .getString("sessionId");
    Tab tab = new Tab(browser, context, session);
    browser.listen(session, tab.traffic::take);
    for (String domain : new String[] {"Page", "Network", "Runtime", "Log"}) {
      tab.call(domain + ".enable", none());
    }
    tab.call(
        "Emulation.setDeviceMetricsOverride",
        none()
            .add("width", size.width())
            .add("height", size.height())
            .add("deviceScaleFactor", 1)
            .add("mobile", false));
    return tab;
  }

  private static JsonObjectBuilder none() {
    return Json.createObjectBuilder();
  }

  private JsonObject call(String method, JsonObjectBuilder parameters) {
    return browser.call(session, method, parameters);
  }

  /**
   * @param cookie its name and its value with {@code =} between
   */
  void keep(URI server, String cookie) {
    String[] parts = cookie.split("=", 2);
    call(
        "Network.setCookie",
        none().add("url", server.toString()).add("name", parts[0]).add("value", parts[1]));
  }

  /** Has a script run in each page before the page's own ones. */
  void runFirst(String script) {
    call("Page.addScriptToEvaluateOnNewDocument", none().add("source", script));
  }

  /** Goes to a page; returns when the browser has begun to show it. */
  void go(URI address) {
    traffic.restart();
    JsonObject answer = call("Page.navigate", none().add("url", address.toString()));
    CheckFailedException.unless(
        !answer.containsKey("errorText"), address + " was not answered: " + answer);
  }

  /** The value of an expression in the page, or what it promises. */
  JsonValue value(String expression) {
    JsonObject answer =
        call(
            "Runtime.evaluate",
            none()
                .add("expression", expression)
                .add("awaitPromise", true)
                .add("returnByValue", true));
    CheckFailedException.unless(
        !answer.containsKey("exceptionDetails"), expression + " failed: " + answer);
    return answer.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
  }

  Traffic traffic() {
    return traffic;
  }

  @Override
  public void close() {
    browser.forget(session);
    browser.call(null, "Target.disposeBrowserContext", none().add("browserContextId", context));
  }
}
