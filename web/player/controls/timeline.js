// The timeline: a slider that is also the axis of the picture above it.
import { $, setAttr, el, on, setStyle } from "../core/dom.js";
import { dispatch, doLate, oncePerFrame } from "../core/command.js";
import { addMonths } from "../core/state.js";

const slider = $("slider");
let axis = null, ends = []; // ends[i]: where month i ends, per cent of the timeline's width
let asked = 0, mark;        // the month asked for, and what shows it while the engine that can show it is on its way

// showAxis shows where the timeline stands. waiting is a month that was asked for and is not shown yet: a hollow mark.
/** @param {Axis} now @param {boolean} disabled @param {string} [waiting] */
export function showAxis(now, disabled, waiting) {
  if (!axis || axis.from !== now.from || axis.to !== now.to || axis.x0 !== now.x0 || axis.x1 !== now.x1) layOutAxis(now);
  axis = now;
  asked = waiting === undefined ? now.index : clampIndex(monthNumber(waiting) - monthNumber(now.from));
  setAttr(slider, "aria-valuemax", now.last);
  setAttr(slider, "aria-valuenow", now.index);
  setAttr(slider, "aria-valuetext", now.monthText);
  setAttr(slider, "aria-disabled", disabled ? "true" : null);
  setAttr(slider, "aria-busy", asked === now.index ? null : "true");
  const x = ends[now.index] ?? now.x1;
  setStyle($("handle"), "left", `${x}%`);
  setStyle($("past"), "width", `${x - now.x0}%`);
  if (asked !== now.index || mark) {
    mark ??= slider.appendChild(el("div", { id: "asked" }));
    mark.hidden = asked === now.index;
    setStyle(mark, "left", `${ends[asked]}%`);
  }
}

const clampIndex = index => Math.max(0, Math.min(axis.last, index || 0));

function layOutAxis(a) {
  const width = (a.x1 - a.x0) / (a.last + 1);
  const months = a.ticks.length === a.last + 1; // the picture ticks every month, at its true length in days
  ends = Array.from({ length: a.last + 1 }, (_, i) => (months && a.ticks[i + 1]?.x) || a.x0 + width * (i + 1));
  const track = el("div", { className: "track" });
  track.style.left = `${a.x0}%`;
  track.style.width = `${a.x1 - a.x0}%`;
  const ticks = a.ticks.filter(t => t.text || width > 1.2).map(t => {
    const tick = el("span", { className: "tick" }, t.text);
    tick.style.left = `${t.x}%`;
    return tick;
  });
  $("ticks").replaceChildren(track, ...ticks);
  $("handle").style.display = "block";
  $("past").style.left = `${a.x0}%`;
}

// indexAt finds the month whose end is nearest to a pointer.
function indexAt(event) {
  const box = slider.getBoundingClientRect();
  const x = (event.clientX - box.left) / box.width * 100;
  let best = 0;
  ends.forEach((end, i) => { if (Math.abs(end - x) < Math.abs(ends[best] - x)) best = i; });
  return best;
}

const monthNumber = name => { const [y, m] = name.split("-"); return y * 12 + (m - 1); };

const isDisabled = () => !axis || slider.getAttribute("aria-disabled");

function seek(index) {
  if (index === asked) return;
  asked = index;
  dispatch(`seek ${addMonths(axis.from, index)}`);
}

const drag = oncePerFrame(event => { if (!isDisabled()) seek(indexAt(event)); });

let dragging = false;
on(slider, "pointerdown", event => {
  if (isDisabled() || event.button) return;
  dragging = true;
  if (event.isTrusted) slider.setPointerCapture(event.pointerId);
  slider.focus({ preventScroll: true });
  drag(event);
});
on(slider, "pointermove", event => { if (dragging) drag(event); });
// The handle stands where the pointer was lifted, however few of its moves were told.
on(slider, "pointerup", event => {
  if (dragging) drag(event);
  dragging = false;
});
on(slider, "pointercancel lostpointercapture", () => { dragging = false; });

const keys = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -Infinity, End: Infinity };

on(slider, "keydown", event => {
  const by = keys[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  doLate(); // the pointer's own move: keys go on from there
  if (!isDisabled()) seek(Math.max(0, Math.min(axis.last, asked + by)));
});
