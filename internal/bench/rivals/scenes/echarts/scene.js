// ECharts on its canvas. Strikes that have settled are one scatter series in its large mode, which is made for tens of
// thousands. A heap that settles is a custom series, the only kind whose elements take a delay and a time each; it stands
// on a level (a canvas) of its own, so that a frame draws only what moves, and joins the large series when it is done. The
// limit of 2,000 above which ECharts cuts all motion is lifted. The axis, lines and words are its own.
import { init, use } from "echarts/core";
import { CustomChart, ScatterChart } from "echarts/charts";
import { GraphicComponent, GridComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { begins, data, ease, ends, ink, passing, reports, ringShare, scale, stage, starts, x, y } from "../marks.js";
import { expose } from "../page.js";

use([ScatterChart, CustomChart, GridComponent, GraphicComponent, CanvasRenderer]);

const axisHeight = 24, width = stage.clientWidth, height = stage.clientHeight;
const holder = document.createElement("div");
holder.style.cssText = `position:absolute;inset:0 0 -${axisHeight}px`;
stage.append(holder);
const chart = init(holder, null, { renderer: "canvas", width, height: height + axisHeight });

const hidden = { show: false, type: "value", min: 0 };
chart.setOption({
  animationThreshold: Infinity,
  animationDuration: 0,
  grid: [
    { left: 0, top: 0, width, height },
    { left: data.x0 * scale, top: 0, width: (data.x1 - data.x0) * scale, height },
  ],
  xAxis: [
    { ...hidden, max: width },
    { gridIndex: 1, type: "time", min: data.from, max: data.to, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: { formatter: "{yyyy}", color: ink("quiet"), fontSize: 12, hideOverlap: true } },
  ],
  yAxis: [{ ...hidden, max: height, inverse: true }, { ...hidden, gridIndex: 1 }],
});

const shift = { left: "left", middle: "center", right: "right" };

const word = (label, lines = label.lines) => ({
  type: "text", silent: true, z: 100, x: label.x * scale, y: label.y * scale,
  style: {
    text: lines.join("\n"), fill: ink(label.ink), align: shift[label.anchor],
    font: `${label.weight} ${label.size * scale}px system-ui, sans-serif`, lineHeight: label.size * scale * 1.25,
  },
});

// dress sets the words and lines of a picture.
const dress = ({ labels, lines }) => chart.setOption({
  graphic: {
    elements: [
      ...lines.map(({ points, ink: role, area, alpha }, i) => ({
        id: `line${i}`, $action: "replace", silent: true, z: 0, type: area ? "polygon" : "polyline",
        shape: { points: points.map(at => at.map(v => v * scale)) },
        style: area ? { fill: ink(role), opacity: alpha * .25 } : { stroke: ink(role), fill: "none", opacity: alpha },
      })),
      ...labels.map((label, i) => ({ id: label.total ? "total" : `label${i}`, $action: "replace", ...word(label) })),
    ],
  },
}, { replaceMerge: ["graphic"] });

const total = data.strikes.labels.find(label => label.total);
// told is the total of a month, as a part of an option.
const told = month => data.totals[month] ? { graphic: { elements: [{ id: "total", ...word(total, [data.totals[month]]) }] } } : {};

const settled = heaps => ({
  id: "settled", type: "scatter", large: true, largeThreshold: 1, progressive: 0, animation: false, silent: true,
  symbol: "rect", symbolSize: data.strikes.blocks[0].size * scale, itemStyle: { color: ink("strike"), opacity: 1 },
  data: heaps.flatMap(heap => Array.from({ length: heap.count }, (_, i) => [x(heap, i), y(heap, i)])),
});

const settling = heap => {
  const size = heap.size * scale;
  return {
    id: `heap${heap.first}`, type: "custom", coordinateSystem: "cartesian2d", zlevel: 1, progressive: 0, silent: true, animation: true,
    data: Array.from({ length: heap.count }, (_, i) => [x(heap, i), y(heap, i)]),
    renderItem: ({ dataIndex: i }, api) => ({
      type: "rect",
      shape: { x: api.value(0) - size / 2, y: api.value(1) - size / 2, width: size, height: size },
      style: { fill: ink("strike") },
      enterFrom: { style: { opacity: 0 } },
      enterAnimation: { easing: "linear", delay: starts(heap, i), duration: Math.max(1, ends(heap, i) - starts(heap, i)) },
    }),
  };
};

// stand shows the reports of one picture; those that are seen go to their new places.
const stand = (name, still) => ({
  id: "reports", type: "custom", coordinateSystem: "cartesian2d", silent: true, animation: !still,
  data: reports.map(report => [report[name].x, report[name].y]),
  renderItem({ dataIndex: n }, api) {
    const { size, ring, ink: role } = reports[n][name], wide = size * ringShare;
    return {
      type: "circle", x: api.value(0), y: api.value(1), shape: { cx: 0, cy: 0, r: ring ? (size - wide) / 2 : size / 2 },
      style: { fill: ink(role), fillOpacity: ring ? 0 : 1, stroke: ink(role), lineWidth: ring ? wide : 0 },
      transition: ["x", "y", "shape", "style"],
      updateAnimation: { easing: ease, delay: reports[n].delay, duration: data.travel.time },
    };
  },
});

const series = (...list) => chart.setOption({ series: list }, { replaceMerge: ["series"] });
const after = ms => new Promise(done => setTimeout(done, ms));

// finished waits until ECharts says that its motion is over and drawn.
const finished = () => new Promise(done => {
  chart.on("finished", function over() {
    chart.off("finished", over);
    done();
  });
  chart.getZr().refresh();
});

async function settle(step) {
  let moving = [], done = [];
  const start = performance.now(), all = [];
  const months = step ? data.months.map((_, month) => month) : [data.months.length - 1];
  for (const month of months) {
    await after(Math.max(0, start + month * step - performance.now()));
    const come = data.strikes.blocks.filter(heap => step ? heap.month === month : true);
    if (!come.length) continue; // nor is there another total
    moving = [...moving, ...come];
    chart.setOption({ series: [settled(done), ...moving.map(settling)], ...told(month) }, { replaceMerge: ["series"] });
    performance.mark("bench.month");
    for (const heap of come) all.push(after(heap.settle).then(() => {
      moving = moving.filter(other => other !== heap);
      done = [...done, heap];
      series(settled(done), ...moving.map(settling));
    }));
  }
  await Promise.all(all);
  await finished();
}

expose({
  show(name) {
    dress(data[name]);
    if (name === "strikes") series(settled(data.strikes.blocks));
    else series(stand(name, true));
  },
  clear() {
    dress(data.strikes);
    series(settled([]));
  },
  settle,
  async regroup(to) {
    dress(data[to]);
    series(stand(to));
    await after(passing);
    await finished();
  },
});
