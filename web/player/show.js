// Shows a Frame: texts, labels, places to point at, controls. What did not change is not touched, so focus, hover and
// selections stay where they are.
import { $, attr, el, html, number, off, style, text } from "./core/dom.js";
import { showTask } from "./tasks/task.js";
import { showAxis } from "./controls/timeline.js";

export let shown = null; // the Frame in the document, or null while it is still the server's first response

export const watchers = []; // called with the Frame before and the Frame now

export function show(frame) {
  const before = shown, was = before ?? {};
  text($("kicker"), frame.kicker);
  text($("title"), frame.title);
  html($("text"), frame.textHTML);
  text($("description"), frame.description);
  // The engine's Frames share with the Frame before what has not changed (join.js).
  if (was.labels !== frame.labels || was.hots !== frame.hots) showStage(frame);
  showAxis(frame.axis, frame.fixed || !!frame.ask && !frame.ask.revealed, frame.waiting?.month);
  showTask(frame);
  showControls(frame, was);
  shown = frame;
  for (const watch of watchers) watch(before, frame);
}

// keyed makes the children of parent those of items, by data-id. Elements that stay are not moved, or they would
// lose focus; gone ones leave first.
function keyed(parent, items, make, update) {
  const ids = new Set(items.map(item => item.id));
  const have = new Map();
  let lost = false;
  for (const child of [...parent.children]) {
    const id = child.item?.id ?? child.dataset.id;
    if (ids.has(id) && !have.has(id)) have.set(id, child);
    else {
      lost ||= child.contains(document.activeElement);
      child.remove();
    }
  }
  let at = parent.firstChild;
  for (const item of items) {
    const e = have.get(item.id) ?? make(item);
    if (e === at) at = at.nextSibling;
    else parent.insertBefore(e, at);
    if (e.item !== item) update(e, item);
    e.item = item;
  }
  return lost;
}

function showStage({ labels, hots }) {
  keyed($("labels"), labels, label => el("div", { "data-id": label.id }), (e, label) => {
    const kind = `label ${label.role} ink-${label.ink} at-${label.anchor}`;
    if (e.className !== kind) e.className = kind;
    place(e, label.x, label.y);
    style(e, "maxWidth", `${label.w}%`);
    if (html(e, label.html)) for (const figure of e.querySelectorAll("[data-figure]")) figure.tabIndex = -1;
  });
  const holder = $("hots");
  const lost = keyed(holder, hots, hot => el("button", { type: "button", className: "hot", "data-id": hot.id, tabIndex: -1 }), (e, hot) => {
    place(e, hot.x, hot.y);
    style(e, "width", `${hot.w}%`);
    style(e, "height", `${hot.h}%`);
    attr(e, "data-ref", hot.ref);
    attr(e, "data-series", hot.series);
    attr(e, "aria-label", hot.text);
  });
  // One tab stop for the whole stage; arrows move it.
  const stop = $("stage").querySelector("[data-figure][tabindex='0'], .hot[tabindex='0']") ?? holder.firstElementChild ?? $("labels").querySelector("[data-figure]");
  if (stop) stop.tabIndex = 0;
  if (lost && stop) stop.focus({ preventScroll: true });
}

function place(e, x, y) {
  const at = `${x} ${y}`;
  if (e.placed === at) return;
  e.placed = at;
  e.style.left = `${x}%`;
  e.style.top = `${y}%`;
}

function showControls(frame, was) {
  const play = $("play"), word = frame.playing ? play.dataset.pause : play.dataset.play;
  attr(play, "data-playing", frame.playing ? "" : null);
  attr(play, "aria-label", word);
  attr(play, "title", word);
  attr(play, "aria-busy", frame.waiting?.play ? "true" : null);
  off(play, frame.fixed);
  off($("back"), frame.atStart);
  off($("next"), frame.atEnd);
  if (was.speed !== frame.speed) {
    const speed = $("speed");
    text(speed, `${number(frame.speed)}×`);
    attr(speed, "aria-label", `${speed.title} ${speed.textContent}`);
  }
  style($("progress"), "transform", `scaleX(${frame.steps > 1 ? frame.step / (frame.steps - 1) : 1})`);
  if (was.chapter !== frame.chapter) for (const link of document.querySelectorAll("a[data-chapter]")) attr(link, "aria-current", link.dataset.chapter === frame.chapter ? "true" : null);
  attr($("sheet"), "data-chapter", frame.chapter);
}
