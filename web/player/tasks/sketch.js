// The line a reader draws over the stage. Once the engine draws it as part of the picture, style sheets hide this one.
import { on } from "../core/dom.js";

const space = "http://www.w3.org/2000/svg";

// createSketch draws below an element of the stage.
/** @param {HTMLElement} above */
export function createSketch(above) {
  let svg, pad, ask, ends, onDraw;

  // draw shows the values placed so far at the months' ends, and calls placed(i, value) as the pointer draws on.
  function draw(asked, at, values, placed) {
    [ask, ends, onDraw] = [asked, at, placed];
    if (!svg) createElements();
    const [l, t, r, b] = ask.plot, half = (r - l) / values.length / 2;
    Object.assign(pad.style, { left: `${l}%`, top: `${t}%`, width: `${r - l + half}%`, height: `${b - t}%` });
    const points = values.map((v, i) => v === null ? null : `${ends[i]} ${b - (v - ask.min) / (ask.max - ask.min) * (b - t)}`);
    svg.children[0].setAttribute("d", points.map((p, i) => p ? `${points[i - 1] ? "L" : "M"}${p}` : "").join(""));
    svg.children[1].setAttribute("d", points.map(p => p ? `M${p}h0` : "").join(""));
  }

  function erase() {
    svg?.remove();
    pad?.remove();
    svg = pad = null;
  }

  function createElements() {
    svg = document.createElementNS(space, "svg");
    svg.id = "sketch";
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS(space, "path"), document.createElementNS(space, "path"));
    pad = document.createElement("div");
    pad.id = "pad";
    above.before(svg, pad);
    let last = null; // month and value drawn last, so that a quick stroke leaves no gaps
    on(pad, "pointerdown", event => {
      if (event.button) return;
      pad.setPointerCapture(event.pointerId);
      last = monthAt(event);
      onDraw(last.i, last.v);
    });
    on(pad, "pointermove", event => {
      if (!pad.hasPointerCapture(event.pointerId)) return;
      const to = monthAt(event), n = Math.abs(to.i - last.i);
      for (let k = 1; k < n; k++) onDraw(last.i + Math.sign(to.i - last.i) * k, last.v + (to.v - last.v) * k / n);
      onDraw(to.i, to.v);
      last = to;
    });
  }

  // monthAt is the month whose end is nearest to the pointer and the value at its height.
  function monthAt(event) {
    const box = pad.getBoundingClientRect(), stage = pad.parentElement.getBoundingClientRect();
    const x = (event.clientX - stage.left) / stage.width * 100;
    const i = ends.reduce((best, end, k) => Math.abs(end - x) < Math.abs(ends[best] - x) ? k : best, 0);
    return { i, v: ask.min + (box.bottom - event.clientY) / box.height * (ask.max - ask.min) };
  }

  return { draw, erase };
}
