// The player: it answers commands with stills until the engine is there, and with the engine from then on.
import { address, remember } from "./address.js";
import { $, attr, el, root } from "./dom.js";
import { config, search } from "./config.js";
import { routeTo } from "./command.js";
import { composition, onResize } from "./composition.js";
import { adopt, pose } from "./poster.js";
import { show, shown } from "./show.js";
import { asking, first, prefetch, step, still } from "./stills.js";
import * as status from "./status.js";

const query = new URLSearchParams(search);
const states = /^(chapter|beat|view|month|only|select|suppose|speed|revealed|guess-.*)$/; // parameters of the story's State
let engine = "off";       // then "loading", "live", "failed" (may be tried again) or "lost"
let revive;               // loads the document anew, where a lost engine stood
let handle;               // what engine.js gives: command, stage, visible
let base = null;          // query the engine begins with, once something waits for it
let queue = [];           // commands it has to catch up with
let held = null;          // the engine's Frame until it is live
export let place = { chapter: config.chapter, beat: Number($("sheet").dataset.beat) }; // what the server's first response shows

// arrive stands at a beat by its still. Of two steps taken quickly the later one wins.
async function arrive(to) {
  place = to;
  let found;
  try {
    found = await still(to, composition);
  } catch (fault) {
    if (engine !== "live" && place === to) status.problem("still.failed", () => arrive(to));
    return;
  }
  if (place !== to || engine === "live") return;
  pose(found.svg);
  show(found);
  if (base === null || queue.length) remember(found); // else the address holds what the engine is to begin with
}

// standing is the query of what the document shows.
const standing = () => (shown?.query ?? `chapter=${place.chapter}&beat=${place.beat + 1}`) + (asking ? "" : "&guess=off");

// command answers with what is wrong, if anything is and the engine is there to know it. Quiet ones wake it only if
// stills cannot answer.
function command(words, quiet) {
  if (words.startsWith("theme ")) root.dataset.theme = words.slice(6);
  if (engine === "live") {
    const fault = handle.command(words);
    if (fault) console.warn(`opencases: ${fault}`);
    return fault;
  }
  const verb = words.split(" ")[0], to = step(words, place);
  if (verb === "select" || verb === "close" || verb === "theme" || verb === "pause" && engine !== "loading") return;
  if (base !== null || !to) {
    base ??= standing();
    queue.push(words);
  }
  if (to) {
    if (to !== place) arrive(to);
    prefetch(to.chapter, composition);
  }
  if (!to || !quiet) wake(!to);
}

// wake fetches the engine. Until it has drawn its first picture the still stands, and the reader can go on.
// After a failure only an explicit wish (asked) tries again.
export async function wake(asked) {
  if (engine === "lost" && asked === true) revive();
  if (engine !== "off" && !(engine === "failed" && asked === true)) return;
  engine = "loading";
  try {
    const { start } = await import("./engine.js");
    handle = await start({
      config, root, holder: $("canvas-holder"), stage: $("stage"),
      composition: () => composition,
      standing: () => base ?? standing(),
      query: () => base ??= standing(),
      progress: status.progress,
      frame: receive,
      lost: () => fall("lost"),
    });
    goLive();
  } catch (fault) {
    fail(fault);
  }
}

// ahead lets the browser bring what wake will want, when it has nothing else to do and off this thread.
export const ahead = () => document.head.append(...["wasm", "record", "words", "wasmExec"].map(name => el("link", { rel: "prefetch", href: config[name] })));

function receive(frame) {
  if (engine !== "live") {
    held = frame;
    return;
  }
  place = { chapter: frame.chapter, beat: frame.beat };
  show(frame);
  remember(frame);
}

function goLive() {
  status.clear();
  engine = "live";
  for (const words of queue.splice(0)) handle.command(words);
  base = null;
  if (held) receive(held);
  attr($("stage"), "data-live", "");
}

function fail(fault) {
  console.warn(`opencases: ${fault.message}`);
  engine = "failed";
  const revealed = queue.includes("reveal");
  queue = [];
  base = null;
  attr($("stage"), "data-live", null);
  status.problem(fault.kind ?? "failed", () => wake(true));
  if (revealed) arrive({ ...place, answered: true });
}

// fall goes back to a still when a running engine is lost. It comes back with the state kept by loading the document
// anew: two engines in one document would listen to the same window.
function fall(kind) {
  if (engine === "lost") return;
  engine = "lost";
  // What the address asked for beside the state stays (v names this very document), and so does the secret that WordPress
  // puts behind it.
  const now = new URLSearchParams(shown.query);
  const kept = new URLSearchParams([...query].filter(([key]) => !now.has(key) && !states.test(key)));
  const was = `${address(shown)}&${kept}`;
  revive = () => globalThis.revisit ? revisit(was) : location.replace(was + location.hash); // revisit: a document without an address of its own
  attr($("stage"), "data-live", null);
  status.problem(kind, revive);
  if (document.hidden) document.addEventListener("visibilitychange", revive, { once: true });
  arrive({ ...place });
}

// seen acts as soon as the stage is in view.
export const seen = act => new IntersectionObserver((entries, observer) => {
  if (!entries.some(e => e.isIntersecting)) return;
  observer.disconnect();
  act();
}).observe($("stage"));

// begin stands where the address says and answers with what brings the first Frame.
export function begin() {
  if (config.late) document.head.append(el("link", { rel: "stylesheet", href: config.late }));
  adopt(composition);
  routeTo(command);
  onResize(changed => {
    if (engine === "live") handle.resize();
    else if (changed) arrive({ ...place });
  });
  const opened = place;
  const chapter = config.chapters.find(c => c.name === query.get("chapter"));
  if (chapter) place = { chapter: chapter.name, beat: first(chapter) };
  const beat = Number(/^\d+$/.exec(query.get("beat")));
  if (beat >= 1 && beat <= config.chapters.find(c => c.name === place.chapter).beats) place = { ...place, beat: beat - 1 };
  // These are for the engine to understand.
  if ([...query.keys()].some(key => states.test(key) && !/^(chapter|beat)$/.test(key))) {
    if (!chapter) {
      query.set("chapter", place.chapter);
      query.set("beat", place.beat + 1);
    }
    base = query.toString();
    seen(wake);
  }
  const settle = () => arrive(place);
  if (place !== opened) settle();
  return settle;
}
