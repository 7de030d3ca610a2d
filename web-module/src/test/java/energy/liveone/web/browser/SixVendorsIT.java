package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every vendor is set up through the pages until its first data is on screen. */
@SharedProduct
@ExtendWith(Chromium.class)
class SixVendorsIT {
  private static final Pattern NAMING = Pattern.compile("step=name");
  private static final Pattern SITES = Pattern.compile("step=site");
  private static final Pattern DONE = Pattern.compile("/setup-done\\?id=[0-9]+$");
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  private final Product product;
  private final Browser browser;
  private Visitor visitor;
  private Page page;

  SixVendorsIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  /** Somebody new with the form of a vendor before them. */
  private void comeFor(String vendor, Screen screen) {
    Home person = new Home(vendor + System.nanoTime() + "@liveone.example", 0, "");
    product
        .admin()
        .post(
            "api/admin/users",
            "{\"email\":\"%s\",\"displayName\":\"New here\",\"password\":\"%s\"}"
                .formatted(person.email(), Home.PASSWORD));
    visitor = new Visitor(browser, screen, product.baseUri());
    visitor.openSignedIn("setup", person);
    page = visitor.page();
    page.locator("a[href='/setup?vendor=" + vendor + "']").click();
  }

  private Answer order(String path, String body) {
    Answer answer = product.simulatorControl().post(path, body);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer;
  }

  private Locator error(String field) {
    return page.locator("#" + field + "-error");
  }

  private void go(String button, Pattern next) {
    page.locator(button).click();
    page.waitForURL(next);
  }

  private void choose(String site) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(site)).check();
    go("#choose", NAMING);
  }

  /** Values, and the sentence that says that they are there. */
  private void seeFirstData() {
    Locator numbers =
        page.locator(".points .number")
            .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[0-9]")));
    assertThat(numbers.first()).isVisible();
    assertThat(page.locator(".first-data .is-there")).isVisible();
    assertThat(page.locator(".first-data .is-awaited")).isHidden();
    assertThat(page.locator(".title-row .lamp")).not().containsText("no data yet");
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void selectronicListsTheSystemsOfAnAccountAndRemembersWhichAreAdded() {
    comeFor("selectronic", Screen.DESKTOP);
    page.locator("#try").click();
    assertThat(error("c-email")).hasText("This is needed.");
    assertThat(error("c-password")).hasText("This is needed.");
    page.locator("#c-email").fill("demo@liveone.example");
    page.locator("#c-password").fill("sunny-side-up");
    page.locator("#c-systemNumber").fill("the first");
    page.locator("#try").click();
    assertThat(error("c-systemNumber")).containsText("No site of Selectronic");
    page.locator("#c-systemNumber").fill("");
    page.locator("#c-password").fill("sunny-side-up");
    go("#try", SITES);
    page.locator("#choose").click();
    assertThat(error("site")).isVisible();
    choose("Workshop");
    assertThat(page.locator("#name")).hasValue("Workshop");
    page.locator("#zone").fill("Australia/Melbourne");
    page.locator("#points summary").click();
    page.locator("[name=label-solar_w]").fill("All panels");
    page.locator("[name=shown-battery_w]").uncheck();
    page.reload();
    assertThat(page.locator("[name=label-solar_w]")).hasValue("All panels");
    go("#add", DONE);

    seeFirstData();
    assertThat(page.locator("[data-point=solar_w] dt")).containsText("All panels");
    assertThat(page.locator("[data-point=battery_w]")).hasCount(0);
    visitor.open("setup?vendor=selectronic");
    page.locator("#c-email").fill("demo@liveone.example");
    page.locator("#c-password").fill("sunny-side-up");
    go("#try", SITES);
    assertThat(page.locator(".is-added")).containsText("Already added as Workshop");
  }

  @Test
  void froniusShowsWhatItsDevicePushes() {
    String site = "six-" + System.nanoTime();
    comeFor("fronius", Screen.PHONE);
    page.locator("#c-siteId").fill("not one!");
    page.locator("#try").click();
    assertThat(error("c-siteId")).containsText("No site of Fronius");
    page.locator("#c-siteId").fill(site);
    go("#try", NAMING);
    page.locator("#zone").fill("Europe/Vienna");
    page.locator("#points summary").click();
    page.locator("[name=shown-load_w]").uncheck();
    go("#add", DONE);
    assertThat(page.locator(".first-data .is-awaited")).isVisible();

    Answer pushed =
        product
            .api()
            .post(
                "api/push/fronius",
                "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"timestamp\":\"%s\",\"sequence\":\"1\",\"solarW\":5230,\"loadW\":700}"
                    .formatted(
                        site,
                        page.locator("#push-key").innerText(),
                        Clock.systemUTC().instant().minusSeconds(1)));

    assertThat(pushed.status()).as(pushed.body()).isEqualTo(200);
    assertThat(page.locator("[data-point=solar_w] .number")).hasText("5.23");
    assertThat(page.locator("[data-point=load_w]")).hasCount(0);
    seeFirstData();
    page.goBack();
    assertThat(page.locator("#again")).containsText("That system is added");
  }

  @Test
  void formsThatWereOvertakenOrSentTwiceAddNothingWrong() {
    String site = "twice-" + System.nanoTime();
    comeFor("fronius", Screen.DESKTOP);
    page.locator("#c-siteId").fill(site + "-a");
    go("#try", NAMING);
    page.locator("#zone").fill("Europe/Vienna");
    Page other = page.context().newPage();
    other.navigate(product.baseUri().resolve("setup?vendor=fronius").toString());
    other.locator("#c-siteId").fill(site + "-b");
    other.locator("#try").click();
    other.waitForURL(NAMING);
    other.locator("#zone").fill("Europe/Vienna");
    page.locator("#add").click();
    assertThat(page.locator("#again")).containsText("Nothing was added");
    assertThat(page.locator("#c-siteId")).hasValue(site + "-a");

    Object addresses =
        other.evaluate(
            "async () => { const form = document.getElementById('name-form');"
                + " const body = new URLSearchParams(new FormData(form)); body.set('add', '1');"
                + " const send = () => fetch(form.action, { method: 'POST', body });"
                + " const both = await Promise.all([send(), send()]);"
                + " return both.map((one) => one.url); }");

    assertThat(addresses)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .hasSize(2)
        .allMatch(address -> DONE.matcher(address).find())
        .satisfies(both -> assertThat(Set.copyOf(both)).hasSize(1));
  }

  @Test
  void solarEdgeReadsTheSiteThatWasChosen() {
    comeFor("solaredge", Screen.DESKTOP);
    page.locator("#c-apiKey").fill("NOT0A0KEY");
    page.locator("#try").click();
    assertThat(page.locator(".notice.bad")).containsText("rejects these credentials");
    assertThat(error("c-apiKey")).isVisible();
    page.locator("#c-apiKey").fill("DEMO0SOLAREDGE0KEY");
    go("#try", SITES);
    choose("Example Shed");

    assertThat(page.locator("#told .number").first()).isVisible();
    assertThat(page.locator("#name")).hasValue("Example Shed");
    assertThat(page.locator("#zone")).hasValue("Australia/Melbourne");
    go("#add", DONE);
    seeFirstData();
  }

  @Test
  void amberReadsTheOnlySiteOfAnAccount() {
    long number = 1 + System.nanoTime() % 1_000_000;
    order(
        "amber/sites", "{\"count\":1,\"firstNumber\":%d,\"intervalMinutes\":5}".formatted(number));
    comeFor("amber", Screen.PHONE);
    page.locator("#c-apiKey").fill("psk_nobody");
    page.locator("#try").click();
    assertThat(error("c-apiKey")).isVisible();
    page.locator("#c-apiKey").fill("psk_fleet_" + number);
    go("#try", NAMING);
    page.locator("#name").fill("Our tariff");
    page.locator("#alias").fill("1");
    page.locator("#zone").fill("Australia/Melbourne");
    page.locator("#add").click();
    assertThat(error("alias")).isVisible();
    page.locator("#alias").fill("");
    go("#add", DONE);

    assertThat(page.locator("h1")).containsText("Our tariff");
    seeFirstData();
  }

  @Test
  void mondoOffersTheCircuitsOfTheChosenGroup() {
    String email = "six" + System.nanoTime() + "@sim.example";
    order("mondo/accounts", "{\"email\":\"%s\",\"password\":\"pw\",\"groups\":2}".formatted(email));
    comeFor("mondo", Screen.DESKTOP);
    page.locator("#try").click();
    assertThat(error("c-email")).containsText("or an API key");
    page.locator("#c-email").fill(email);
    page.locator("#c-password").fill("pw");
    go("#try", SITES);
    page.locator("[name=site]").last().check();
    go("#choose", NAMING);
    page.locator("#zone").fill("Australia/Melbourne");
    page.locator("#points summary").click();
    page.locator("[name=label-kitchen_w]").fill("Galley");
    page.locator("[name=shown-hot_water_w]").uncheck();
    go("#add", DONE);

    seeFirstData();
    assertThat(page.locator("[data-point=kitchen_w] .number")).hasText(Pattern.compile("[0-9]"));
    page.reload();
    assertThat(page.locator("[data-point=kitchen_w] dt")).containsText("Galley");
    assertThat(page.locator("[data-point=hot_water_w]")).hasCount(0);
  }

  @Test
  void enphaseIsConnectedAtItsOwnPage() {
    comeFor("enphase", Screen.PHONE);
    page.route(Pattern.compile("/enphase/oauth/authorize$"), this::comeBackHere);
    page.locator("#oauth").click();
    page.getByText("Allow access").click();
    page.waitForURL(Pattern.compile("/connect\\?"));
    page.locator("#add").click();
    assertThat(error("chosen")).isVisible();
    page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Example House")).check();
    go("#add", DONE);

    assertThat(page.locator("h1")).containsText("Example House");
    // In the first hour of a day there may be nothing of it yet.
    assumeTrue(LocalTime.now(MELBOURNE).getHour() > 0);
    seeFirstData();
  }

  /** The registered address has no port, as in production; the product under test has one. */
  private void comeBackHere(Route route) {
    APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
    URI target = URI.create(answer.headers().get("location"));
    String here =
        product.baseUri().resolve(target.getRawPath() + "?" + target.getRawQuery()).toString();
    route.fulfill(new Route.FulfillOptions().setStatus(302).setHeaders(Map.of("location", here)));
  }
}
