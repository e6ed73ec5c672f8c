// A still as an element: marks, words and the timeline's labels, at any size. For the overview, the speaker and print.
import { el } from "../player/core/dom.js";

let made = 0;

// withoutLinks takes the links out of markup that the site made: a thumbnail is not a place to go to.
const withoutLinks = html => html.replace(/<a [^>]*>|<\/a>/g, "");

/** @param {Still} still */
export function createThumbnail(still) {
  const marks = el("div", { className: "marks", "aria-hidden": "true" });
  // Ids in a drawing must be its own: a hatching that is found in a hidden drawing is not painted.
  const id = `p${made++}`;
  marks.innerHTML = still.svg.replace(/(id="|url\(#)/g, `$1${id}`);
  for (const label of still.labels) {
    const e = el("div", { className: `label ${label.role} ink-${label.ink} at-${label.anchor}` });
    e.innerHTML = withoutLinks(label.html);
    Object.assign(e.style, { left: `${label.x}%`, top: `${label.y}%` });
    marks.append(e);
  }
  const axis = el("div", { className: "scale", "aria-hidden": "true" });
  const line = el("i");
  Object.assign(line.style, { left: `${still.axis.x0}%`, width: `${still.axis.x1 - still.axis.x0}%` });
  axis.append(line);
  for (const tick of still.axis.ticks) {
    if (!tick.text) continue;
    const e = el("span", {}, tick.text);
    e.style.left = `${tick.x}%`;
    axis.append(e);
  }
  const whole = el("div", { className: "picture", role: "img", "aria-label": still.description }, marks, axis);
  // The drawing's own size is that of its composition.
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(still.svg);
  whole.style.setProperty("--w", width);
  whole.style.setProperty("--h", height);
  if (Number(width) < 500) whole.classList.add("narrow");
  return whole;
}

/** @param {Still} still */
export function createText(still) {
  const text = el("div");
  text.innerHTML = withoutLinks(still.textHTML);
  return text;
}
