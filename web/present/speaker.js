// The speaker's window: now and next, what to say, the time and the pace. It leads the presenter as the presenter leads it.
import { $, setAttr, el, on, setText } from "../player/core/dom.js";
import { config, say } from "../player/core/config.js";
import { loadDeck, samePlace } from "./deck.js";
import { connectKeys } from "./keys.js";
import { createThumbnail, createText } from "./thumbnail.js";
import { stepInAddress, addressOfStep } from "./address.js";
import { joinSession } from "./session.js";
import { createClock } from "./clock.js";
import { connectPollStatus } from "./poll-status.js";
import { createNavigation } from "./navigation.js";

const deck = await loadDeck(config.deck);
const session = joinSession(config.lang, () => deck.read(stepInAddress()) ?? deck.first, deck);
const navigation = createNavigation(deck, session);

deck.steps.forEach((step, i) => $("steps").append(el("option", { value: i }, `${i + 1} · ${step.title}`)));

function showPlace(id, place) {
  const holder = $(`${id}-picture`), words = $(`${id}-text`);
  if (!place) {
    holder.replaceChildren();
    setText(words, say("present.end"));
    return;
  }
  const { still } = deck.at(place).build, shown = createThumbnail(still);
  if (holder.firstChild) holder.firstChild.replaceWith(shown);
  else holder.append(shown);
  setText(words, still.title);
}

function show({ at, blank }) {
  const { step, build } = deck.at(at), builds = step.builds.length;
  setText($("count"), say(builds > 1 ? "present.count.builds" : "present.count", { n: at.step + 1, of: deck.steps.length, build: at.build + 1, builds }));
  showPlace("current", at);
  // What comes next is shown as it will stand in the end.
  const next = deck.forward(at);
  showPlace("following", next && deck.ended(next));
  setText($("notes-title"), step.title);
  $("notes-text").replaceChildren(el("div", { className: "said" }, createText(build.still)), ...step.notes.flatMap(note => {
    const body = el("p");
    body.innerHTML = note.html; // made and escaped by the site
    return [el("h3", {}, note.title), body];
  }));
  $("notes").scrollTop = 0;
  $("steps").value = at.step;
  setAttr($("blank"), "aria-pressed", String(blank));
  setAttr($("current"), "data-blank", blank ? "" : null);
  setAttr($("back"), "aria-disabled", deck.back(at) ? null : "true");
  setAttr($("next"), "aria-disabled", deck.forward(at) ? null : "true");
  location.replace(addressOfStep(deck.print(at)));
}

let heard = false;
session.onChange((state, before, own) => {
  if (!own) markHeard();
  if (!samePlace(state.at, before.at) || state.blank !== before.blank) show(state);
  clock.show();
});

// alone says so until a presenter has spoken.
function markHeard() {
  heard = true;
  setText($("alone"), "");
}
session.onMessage("hello", markHeard);

// The presenter was loaded again and has other slides: this window comes again too, once, as it is now.
session.onOtherDeck(() => {
  heard = true;
  if (location.search === "?again") setText($("alone"), say("present.strange"));
  else location.replace(`?again#${deck.print(session.state.at)}`);
});
connectPollStatus(session);

const clock = createClock(deck, session);
const acts = { back: navigation.back, next: navigation.forward, blank: navigation.blank };
for (const [id, act] of Object.entries(acts)) on($(id), "click", act);
on($("steps"), "change", event => {
  navigation.go({ step: Number(event.target.value), build: 0 });
  event.target.blur();
});

// A dot on the current picture is shown on the projector, while the key is held.
let shining = false;
const holder = $("current-picture");
on(holder, "pointermove", event => {
  const box = holder.querySelector(".marks")?.getBoundingClientRect();
  if (shining && box) session.broadcast("laser", [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
});
const laserOff = () => {
  if (shining) session.broadcast("laser", null);
  shining = false;
};

connectKeys({ ...navigation, escape: navigation.unblank, laserOn: () => { shining = true; }, laserOff }, { go: number => navigation.go(deck.read(number)), typed: number => setText($("now"), number ? say("present.goto", { n: number, of: deck.steps.length }) : "") });

show(session.state);
clock.show();
session.hello();
setTimeout(() => { if (!heard && !session.state.version) setText($("alone"), say("present.alone")); }, 1500);
setAttr(document.documentElement, "data-ready", "");
