/** The theme switch: light, dark, or as the device wants. Kept in a cookie for the server and in local storage. */
import { word } from "./page.js";

const NEXT = { auto: "light", light: "dark", dark: "auto" };
const YEAR_S = 31_536_000;

function apply(theme, button) {
  document.documentElement.dataset.theme = theme;
  const says = word(`theme.${theme}`);
  button.setAttribute("aria-label", says);
  button.title = says;
}

export function startTheme(button) {
  button.addEventListener("click", () => {
    const theme = NEXT[document.documentElement.dataset.theme] ?? "light";
    apply(theme, button);
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR_S}; samesite=lax`;
    localStorage.setItem("theme", theme);
  });
  // Another tab switched: follow it.
  addEventListener("storage", (event) => {
    if (event.key === "theme" && event.newValue in NEXT) {
      apply(event.newValue, button);
    }
  });
}
