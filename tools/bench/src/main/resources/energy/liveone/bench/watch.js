/** Runs before the scripts of a page and watches it as its reader does. */
globalThis.watched = (() => {
  const shifts = [];
  let newest = 0;
  let told = () => {};

  function nameOf(node) {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const name = element?.className ? `${element.nodeName}.${element.className}` : String(element?.nodeName);
    return element === node ? name : `"${node.textContent}" in ${name}`;
  }

  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => nameOf(node)).join(", ");
      shifts.push({ value, text: `${value.toFixed(4)} at ${startTime.toFixed(0)} ms: ${moved}` });
    }
  }).observe({ type: "layout-shift", buffered: true });

  document.addEventListener("liveone:latest", ({ detail }) => {
    newest = detail.metadata.lastUpdate;
    told();
  });

  /** Resolves with the first entry of this type and name. */
  function entry(type, name) {
    return new Promise((resolve) =>
      new PerformanceObserver((list) => list.getEntriesByName(name).slice(0, 1).forEach(resolve)).observe({
        type,
        buffered: true,
      }),
    );
  }

  /** Pixels that are neither clear nor grey, as a share of all: what is drawn with the colours of energy. */
  function coloured(canvas) {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = data.subarray(at, at + 3);
      count += data[at + 3] > 100 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40 ? 1 : 0;
    }
    return (4 * count) / data.length;
  }

  function isShown(card) {
    const numbers = [...card.querySelectorAll(".number")].map((each) => each.textContent);
    return numbers.length > 0 && numbers.every((text) => /\d/.test(text));
  }

  return {
    /** ms from the start of the navigation. */
    contentPainted: async () => (await entry("paint", "first-contentful-paint")).startTime,
    chartDrawn: async () => (await entry("mark", "liveone:chart-drawn")).startTime,

    /** Resolves when the page has got the values of that second or later ones. */
    values: (second) =>
      new Promise((resolve) => {
        told = () => newest >= second && resolve(newest);
        told();
      }),

    shifts: () => shifts,

    /** What of its data the page shows. */
    shown: () => ({
      systems: [...document.querySelectorAll(".system-card")].filter(isShown).length,
      composites: document.querySelectorAll('.tab[href^="/composite/"]').length,
      coloured: Math.max(0, ...[...document.querySelectorAll(".chart-card canvas")].map(coloured)),
    }),
  };
})();
