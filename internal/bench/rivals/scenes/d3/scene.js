// D3 and SVG: a mark is an element, joined to its datum. When the timeline comes to a month, the month's heap enters as a
// group and its marks as a nested join; one transition fades them in, each with its own delay. Marks that stand are never
// touched again: D3 looks only at what enters. The growth of a mark by a fraction of a px is left out, in D3's favour.
import "d3-transition"; // d3 says that none of its modules has an effect: bundlers leave this one out otherwise
import { axisBottom, easeLinear, scaleUtc, select, timeout, utcYear } from "d3";
import { begins, data, ease, ends, ink, lasts, reports, ringShare, scale, stage, starts, x, y } from "../marks.js";
import { expose } from "../page.js";

const svg = select(stage).append("svg").attr("viewBox", `0 0 ${stage.clientWidth} ${stage.clientHeight}`);
const lines = svg.append("g"), marks = svg.append("g"), words = svg.append("g");
const years = scaleUtc([new Date(data.from), new Date(data.to)], [data.x0 * scale, data.x1 * scale]);
select("#axis").append("svg").attr("height", 24).append("g")
  .call(axisBottom(years).ticks(utcYear).tickSize(0).tickPadding(4)).call(g => g.select(".domain").remove());

const anchor = { left: "start", middle: "middle", right: "end" };

// dress sets the words and lines of a picture.
function dress(view) {
  lines.selectAll("path").data(view.lines).join("path")
    .attr("d", d => `M${d.points.map(at => at.map(v => v * scale)).join("L")}`)
    .attr("fill", d => d.area ? ink(d.ink) : "none").attr("stroke", d => d.area ? "none" : ink(d.ink))
    .attr("opacity", d => d.alpha * (d.area ? .25 : 1));
  words.selectAll("text").data(view.labels).join("text")
    .attr("y", d => d.y * scale).attr("fill", d => ink(d.ink)).attr("text-anchor", d => anchor[d.anchor])
    .attr("font-size", d => d.size * scale).attr("font-weight", d => d.weight).classed("total", d => d.total)
    .selectAll("tspan").data(d => d.lines.map(text => ({ text, x: d.x * scale, dy: d.size * scale })))
    .join("tspan").attr("x", d => d.x).attr("dy", (d, i) => d.dy * (i ? 1.25 : 1)).text(d => d.text);
}
function tell(month) {
  const text = data.totals[month], total = words.select(".total tspan");
  if (!text || text === total.text()) return;
  total.text(text);
  performance.mark("bench.month");
}

// heaps enters those that are not there yet and answers with their marks.
const heaps = blocks => marks.selectAll("g").data(blocks, d => d.first).enter().append("g").attr("fill", ink("strike"))
  .selectAll("rect").data(heap => Array.from({ length: heap.count }, (_, i) => ({ heap, i }))).enter().append("rect")
  .attr("x", d => x(d.heap, d.i) - d.heap.size * scale / 2).attr("y", d => y(d.heap, d.i) - d.heap.size * scale / 2)
  .attr("width", d => d.heap.size * scale).attr("height", d => d.heap.size * scale);

async function settle(step) {
  const blocks = data.strikes.blocks, enter = shown => heaps(shown).attr("opacity", 0)
    .transition().ease(easeLinear).delay(d => starts(d.heap, d.i)).duration(d => ends(d.heap, d.i) - starts(d.heap, d.i))
    .attr("opacity", 1);
  const months = step ? data.months.map((_, month) => month) : [data.months.length - 1];
  await Promise.all(months.map(month => new Promise(done => timeout(() => {
    tell(month);
    const fresh = enter(blocks.filter(heap => heap.month <= month));
    done(fresh.empty() ? null : fresh.end());
  }, step * month))));
}

// What a report looks like: a ring is a disc whose inside goes.
const shape = d => d.ring ? d.size / 2 * (1 - ringShare) : d.size / 2;
const look = name => discs => discs
  .attr("cx", d => d[name].x).attr("cy", d => d[name].y).attr("r", d => shape(d[name]))
  .attr("fill", d => ink(d[name].ink)).attr("fill-opacity", d => d[name].ring ? 0 : 1)
  .attr("stroke", d => ink(d[name].ink)).attr("stroke-width", d => d[name].ring ? d[name].size * ringShare : 0);

const discs = () => marks.selectAll("circle").data(reports, d => d.n).join("circle");

expose({
  show(name) {
    dress(data[name]);
    marks.selectAll("*").remove();
    if (name === "strikes") heaps(data.strikes.blocks);
    else discs().call(look(name));
  },
  clear() {
    dress(data.strikes);
    marks.selectAll("*").remove();
  },
  settle,
  async regroup(to) {
    dress(data[to]);
    await discs().transition().ease(ease).delay(d => d.delay).duration(data.travel.time).call(look(to)).end();
  },
});
