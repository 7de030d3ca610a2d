/**
 * The theme switch: light, dark, or as the device wants. Kept in a cookie for the server, in the account of who is signed in,
 * and in local storage for other tabs.
 */
import { prefer } from "./api.js";
import { word } from "./page.js";

const NEXT = { auto: "light", light: "dark", dark: "auto" };
const YEAR_S = 31_536_000;

function apply(theme, button) {
  document.documentElement.dataset.theme = theme;
  const says = word(`theme.${theme}`);
  button.setAttribute("aria-label", says);
  button.title = says;
}

/** A theme in the address would come back with the next reload, whatever the reader has chosen since. */
function forgetThemeOfAddress() {
  const address = new URL(location.href);
  if (address.searchParams.has("theme")) {
    address.searchParams.delete("theme");
    history.replaceState(history.state, "", address);
  }
}

let kept = Promise.resolve();

/** One after the other, so that the last press counts. Without a connection the cookie keeps it for this browser. */
function keepWithAccount(theme) {
  kept = kept.then(() => prefer({ theme })).catch(() => {});
}

export function startTheme(button) {
  button.addEventListener("click", () => {
    const theme = NEXT[document.documentElement.dataset.theme] ?? "light";
    apply(theme, button);
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR_S}; samesite=lax`;
    localStorage.setItem("theme", theme);
    forgetThemeOfAddress();
    if (button.dataset.themeSwitch === "account") {
      keepWithAccount(theme);
    }
  });
  // Another tab switched: follow it.
  addEventListener("storage", (event) => {
    if (event.key === "theme" && event.newValue in NEXT) {
      apply(event.newValue, button);
    }
  });
}
