/** Colours of the running theme, read from the stylesheet, and patterns made of them. */
function variable(style, name) {
  return style.getPropertyValue(name).trim();
}

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["solar", "solar-line", "battery", "grid", "export", "load", "price", "spike", "line", "edge", "text", "muted", "surface", "sunken"];
  const colours = Object.fromEntries(names.map((name) => [name, variable(style, `--${name}`)]));
  colours.fill = Number(variable(style, "--fill"));
  colours.font = getComputedStyle(document.body).fontFamily;
  return colours;
}

/** Slanted lines for stretches without data. */
export function hatching(colour) {
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return { image: tile, repeat: "repeat" };
}

/** Calls back when the theme changes, by the switch or by the device. */
export function onThemeChange(callback) {
  new MutationObserver(callback).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", callback);
}
