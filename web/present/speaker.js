// The speaker's window: now and next, what to say, the time and the pace. It leads the presenter as the presenter leads it.
import { $, attr, el, on, text } from "../player/core/dom.js";
import { config, say } from "../player/core/config.js";
import { load, same } from "./deck.js";
import { keying } from "./keys.js";
import { picture, textOf } from "./thumbnail.js";
import { named, naming } from "./address.js";
import { joining } from "./session.js";
import { clocking } from "./clock.js";
import { pollStatus } from "./poll-status.js";
import { ways } from "./navigation.js";

const deck = await load(config.deck);
const session = joining(config.lang, () => deck.read(named()) ?? deck.first, deck);
const can = ways(deck, session);

deck.steps.forEach((step, i) => $("steps").append(el("option", { value: i }, `${i + 1} · ${step.title}`)));

function pose(id, place) {
  const holder = $(`${id}-picture`), words = $(`${id}-text`);
  if (!place) {
    holder.replaceChildren();
    text(words, say("present.end"));
    return;
  }
  const { still } = deck.at(place).build, shown = picture(still);
  if (holder.firstChild) holder.firstChild.replaceWith(shown);
  else holder.append(shown);
  text(words, still.title);
}

function show({ at, blank }) {
  const { step, build } = deck.at(at), builds = step.builds.length;
  text($("count"), say(builds > 1 ? "present.count.builds" : "present.count", { n: at.step + 1, of: deck.steps.length, build: at.build + 1, builds }));
  pose("current", at);
  // What comes next is shown as it will stand in the end.
  const next = deck.forward(at);
  pose("following", next && deck.ended(next));
  text($("notes-title"), step.title);
  $("notes-text").replaceChildren(el("div", { className: "said" }, textOf(build.still)), ...step.notes.flatMap(note => {
    const body = el("p");
    body.innerHTML = note.html; // made and escaped by the site
    return [el("h3", {}, note.title), body];
  }));
  $("notes").scrollTop = 0;
  $("steps").value = at.step;
  attr($("blank"), "aria-pressed", String(blank));
  attr($("current"), "data-blank", blank ? "" : null);
  attr($("back"), "aria-disabled", deck.back(at) ? null : "true");
  attr($("next"), "aria-disabled", deck.forward(at) ? null : "true");
  location.replace(naming(deck.print(at)));
}

let heard = false;
session.listen((state, before, own) => {
  if (!own) hear();
  if (!same(state.at, before.at) || state.blank !== before.blank) show(state);
  clock.show();
});

// alone says so until a presenter has spoken.
function hear() {
  heard = true;
  text($("alone"), "");
}
session.hear("hello", hear);

// The presenter was loaded again and has other slides: this window comes again too, once, as it is now.
session.stranger(() => {
  heard = true;
  if (location.search === "?again") text($("alone"), say("present.strange"));
  else location.replace(`?again#${deck.print(session.state.at)}`);
});
pollStatus(session);

const clock = clocking(deck, session);
const acts = { back: can.back, next: can.forward, blank: can.blank };
for (const [id, act] of Object.entries(acts)) on($(id), "click", act);
on($("steps"), "change", event => {
  can.go({ step: Number(event.target.value), build: 0 });
  event.target.blur();
});

// A dot on the current picture is shown on the projector, while the key is held.
let shining = false;
const holder = $("current-picture");
on(holder, "pointermove", event => {
  const box = holder.querySelector(".marks")?.getBoundingClientRect();
  if (shining && box) session.whisper("laser", [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
});
const dark = () => {
  if (shining) session.whisper("laser", null);
  shining = false;
};

keying({ ...can, escape: can.light, laser: () => { shining = true; }, dark }, { go: number => can.go(deck.read(number)), typed: number => text($("now"), number ? say("present.goto", { n: number, of: deck.steps.length }) : "") });

show(session.state);
clock.show();
session.hello();
setTimeout(() => { if (!heard && !session.state.version) text($("alone"), say("present.alone")); }, 1500);
attr(document.documentElement, "data-ready", "");
