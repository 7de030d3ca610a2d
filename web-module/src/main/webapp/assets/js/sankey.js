/** How a flow is drawn: sources on the left, sinks on the right, bands in the colour of their source. */
import { word } from "./page.js";

const SOURCE_COLOURS = { solar: "solar", battery: "battery", grid: "grid", unaccounted: "edge" };
const SINK_COLOURS = { load: "load", battery: "battery", grid: "export", losses: "edge" };

/** Each name has two lines; nodes stand so far apart that names of thin ones do not meet. */
const NODE_GAP = 30;
const NODE_WIDTH = 8;
const MARGIN_Y = 16;

/** Names stand outside of the bands; a phone leaves less room for them. */
function room(width) {
  return width < 480 ? 84 : 116;
}

function node(side, name, colour, amount) {
  return {
    name: `${side}/${name}`,
    itemStyle: { color: colour },
    label: { position: side === "from" ? "left" : "right", align: side === "from" ? "right" : "left" },
    title: word(side === "from" ? `flow.source.${name}` : `flow.sink.${name}`),
    amount,
  };
}

/** Options of ECharts for a matrix. */
export function sankeyOptions(matrix, colours, width) {
  const flows = matrix.worthNaming();
  const sources = Object.keys(SOURCE_COLOURS).filter((name) => flows.some(({ source }) => source === name));
  const sinks = Object.keys(SINK_COLOURS).filter((name) => flows.some(({ sink }) => sink === name));
  const nodes = [
    ...sources.map((name) => node("from", name, colours[SOURCE_COLOURS[name]], matrix.says(matrix.given(name)))),
    ...sinks.map((name) => node("to", name, colours[SINK_COLOURS[name]], matrix.says(matrix.taken(name)))),
  ];
  return {
    animation: false, // the drawing is there with the numbers and does not grow beside them
    textStyle: { fontFamily: colours.font },
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      formatter: ({ data }) => data.says ?? `${data.title} ${data.amount}`,
    },
    series: {
      type: "sankey",
      left: room(width),
      right: room(width),
      top: MARGIN_Y,
      bottom: MARGIN_Y,
      nodeWidth: NODE_WIDTH,
      nodeGap: NODE_GAP,
      layoutIterations: 0,
      draggable: false,
      emphasis: { focus: "adjacency", lineStyle: { opacity: 0.65 } },
      itemStyle: { borderWidth: 0 },
      label: {
        formatter: ({ data }) => `{name|${data.title}}\n{amount|${data.amount}}`,
        rich: {
          name: { color: colours.muted, fontSize: 12, lineHeight: 15 },
          amount: { color: colours.text, fontSize: 14, fontWeight: 600, lineHeight: 17 },
        },
      },
      nodes,
      links: flows.map(({ source, sink, amount }) => ({
        source: `from/${source}`,
        target: `to/${sink}`,
        value: amount,
        says: word("flow.one", matrix.says(amount), word(`flow.from.${source}`), word(`flow.to.${sink}`)),
        lineStyle: { color: colours[SOURCE_COLOURS[source]], opacity: 0.4, curveness: 0.5 },
      })),
    },
  };
}
