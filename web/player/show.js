// Shows a Frame: texts, labels, places to point at, controls. What did not change is not touched, so focus, hover and
// selections stay where they are.
import { $, setAttr, el, setHTML, formatNumber, setDisabled, setStyle, setText } from "./core/dom.js";
import { showTask } from "./tasks/task.js";
import { showAxis } from "./controls/timeline.js";

/** @type {Frame | null} */
export let shownFrame = null; // the Frame in the document, or null while it is still the server's first response

/** @type {FrameListener[]} */
export const frameListeners = []; // called with the Frame before and the Frame now

/** @param {Frame} frame */
export function showFrame(frame) {
  const before = shownFrame, was = before ?? /** @type {Partial<Frame>} */ ({});
  setText($("kicker"), frame.kicker);
  setText($("title"), frame.title);
  setHTML($("text"), frame.textHTML);
  setText($("description"), frame.description);
  // The engine's Frames share with the Frame before what has not changed (join.js).
  if (was.labels !== frame.labels || was.hots !== frame.hots) showStage(frame);
  showAxis(frame.axis, frame.fixed || !!frame.ask && !frame.ask.revealed, frame.waiting?.month);
  showTask(frame);
  showControls(frame, was);
  shownFrame = frame;
  for (const watch of frameListeners) watch(before, frame);
}

const items = new WeakMap();     // element -> the label or place to point at that it shows
const positions = new WeakMap(); // element -> where it stands, "x y" in per cent of the stage

// updateChildren makes the children of parent those of items, by data-id. Elements that stay are not moved, or they would
// lose focus; gone ones leave first.
function updateChildren(parent, list, make, update) {
  const ids = new Set(list.map(item => item.id));
  const have = new Map();
  let lost = false;
  for (const child of [...parent.children]) {
    const id = items.get(child)?.id ?? child.dataset.id;
    if (ids.has(id) && !have.has(id)) have.set(id, child);
    else {
      lost ||= child.contains(document.activeElement);
      child.remove();
    }
  }
  let at = parent.firstChild;
  for (const item of list) {
    const e = have.get(item.id) ?? make(item);
    if (e === at) at = at.nextSibling;
    else parent.insertBefore(e, at);
    if (items.get(e) !== item) update(e, item);
    items.set(e, item);
  }
  return lost;
}

function showStage({ labels, hots }) {
  updateChildren($("labels"), labels, label => el("div", { "data-id": label.id }), (e, label) => {
    const kind = `label ${label.role} ink-${label.ink} at-${label.anchor}`;
    if (e.className !== kind) e.className = kind;
    setPosition(e, label.x, label.y);
    setStyle(e, "maxWidth", `${label.w}%`);
    if (setHTML(e, label.html)) for (const figure of e.querySelectorAll("[data-figure]")) figure.tabIndex = -1;
  });
  const holder = $("hots");
  const lost = updateChildren(holder, hots, hot => el("button", { type: "button", className: "hot", "data-id": hot.id, tabIndex: -1 }), (e, hot) => {
    setPosition(e, hot.x, hot.y);
    setStyle(e, "width", `${hot.w}%`);
    setStyle(e, "height", `${hot.h}%`);
    setAttr(e, "data-ref", hot.ref);
    setAttr(e, "data-series", hot.series);
    setAttr(e, "aria-label", hot.text);
  });
  // One tab stop for the whole stage; arrows move it.
  const stop = $("stage").querySelector("[data-figure][tabindex='0'], .hot[tabindex='0']") ?? holder.firstElementChild ?? $("labels").querySelector("[data-figure]");
  if (stop) stop.tabIndex = 0;
  if (lost && stop) stop.focus({ preventScroll: true });
}

function setPosition(e, x, y) {
  const at = `${x} ${y}`;
  if (positions.get(e) === at) return;
  positions.set(e, at);
  e.style.left = `${x}%`;
  e.style.top = `${y}%`;
}

function showControls(frame, was) {
  const play = $("play"), word = frame.playing ? play.dataset.pause : play.dataset.play;
  setAttr(play, "data-playing", frame.playing ? "" : null);
  setAttr(play, "aria-label", word);
  setAttr(play, "title", word);
  setAttr(play, "aria-busy", frame.waiting?.play ? "true" : null);
  setDisabled(play, frame.fixed);
  setDisabled($("back"), frame.atStart);
  setDisabled($("next"), frame.atEnd);
  if (was.speed !== frame.speed) {
    const speed = $("speed");
    setText(speed, `${formatNumber(frame.speed)}×`);
    setAttr(speed, "aria-label", `${speed.title} ${speed.textContent}`);
  }
  setStyle($("progress"), "transform", `scaleX(${frame.steps > 1 ? frame.step / (frame.steps - 1) : 1})`);
  if (was.chapter !== frame.chapter) for (const link of document.querySelectorAll("a[data-chapter]")) setAttr(link, "aria-current", link.dataset.chapter === frame.chapter ? "true" : null);
  setAttr($("sheet"), "data-chapter", frame.chapter);
}
