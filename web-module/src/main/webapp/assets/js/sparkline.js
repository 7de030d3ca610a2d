/**
 * The curve of a day as paths of a drawing: x counts quarter hours from midnight, y goes from 0 at the top to 100. The server
 * draws the first ones by the same rules (energy.liveone.web.card.Sparkline). Unknown values are null.
 */
const MARGIN = 4;
const HEIGHT = 100;
const BRIDGED = 2;
const LEAST = { powers: 100, steps: 10 };

/** With one decimal at most, as the server writes it. */
function written(number) {
  return String(Math.round(number * 10) / 10);
}

function scale(least, curves) {
  const known = curves.flat().filter((value) => value !== null);
  const lowest = Math.min(0, ...known);
  const highest = Math.max(least, ...known);
  return (value) => written(MARGIN + ((highest - value) / (highest - lowest)) * (HEIGHT - 2 * MARGIN));
}

/** Stretches of known values with at most so many unknown ones between two of them, as [first, last]. */
function runs(values, bridged) {
  const found = [];
  values.forEach((value, index) => {
    if (value === null) {
      return;
    }
    const open = found[found.length - 1];
    if (open && index - open[1] <= bridged + 1) {
      open[1] = index;
    } else {
      found.push([index, index]);
    }
  });
  return found;
}

const start = (first, last) => written(first === last ? first : first + 0.5);
const end = (first, last) => written(first === last ? last + 1 : last + 0.5);

function points(values, [first, last], begin, y) {
  let path = `${begin}${start(first, last)},${y(values[first])}`;
  for (let i = first + 1; i <= last; i++) {
    if (values[i] !== null) {
      path += `L${written(i + 0.5)},${y(values[i])}`;
    }
  }
  return first === last ? `${path}H${end(first, last)}` : path;
}

function filled(values, y) {
  return runs(values, BRIDGED)
    .map((run) => `M${start(...run)},${y(0)}${points(values, run, "L", y)}L${end(...run)},${y(0)}Z`)
    .join("");
}

function joined(values, y) {
  return runs(values, BRIDGED)
    .map((run) => points(values, run, "M", y))
    .join("");
}

function stepped(values, y) {
  return runs(values, 0)
    .map(([first, last]) => {
      let path = `M${first},${y(values[first])}`;
      for (let i = first; i <= last; i++) {
        path += `V${y(values[i])}H${i + 1}`;
      }
      return path;
    })
    .join("");
}

/**
 * The paths of a day as {zero, area, line}.
 *
 * @param form "powers", or "steps" for what stays the same over each quarter hour
 */
export function draw(form, slots, area, line) {
  const y = scale(LEAST[form], [area, line]);
  return {
    zero: `M0,${y(0)}H${slots}`,
    area: filled(area, y),
    line: form === "steps" ? stepped(line, y) : joined(line, y),
  };
}
