// What shows that a reader is there, and what they want: the document's own stills and cards come first, the engine
// when a hand rests on the stage. A window of the player's own fetches it while nothing else is to do and starts it,
// which keeps the device busy, with the first sign of a reader; an eager document starts it at once.
import { card } from "./controls/card.js";
import { $, el, on, root } from "./core/dom.js";
import { config, search } from "./core/config.js";
import { composition } from "./core/composition.js";
import { startEngine } from "./core/session.js";
import { shownFrame } from "./show.js";
import { prefetchStills } from "./core/stills.js";

const rest = 150; // ms of hover that count as a wish
const savesData = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
const inOwnWindow = window === window.parent;
const eager = "eager" in root.dataset || new URLSearchParams(search).has("eager");
const idle = window.requestIdleCallback ?? (run => setTimeout(run, 200));
const latest = { timeout: 1000 }; // ms: on a busy machine a browser may never call a thread idle
const stage = $("stage");

// whenInView acts as soon as the stage is in view.
/** @type {(act: () => void) => void} */
export const whenInView = act => new IntersectionObserver((entries, observer) => {
  if (!entries.some(e => e.isIntersecting)) return;
  observer.disconnect();
  act();
}).observe(stage);

// prefetchEngine lets the browser fetch what startEngine needs, when it has nothing else to do and off this thread.
const prefetchEngine = () => document.head.append(...["wasm", "record", "words", "wasmExec"].map(name => el("link", { rel: "prefetch", href: config[name] })));

// watchForReader calls first once: when the stage is in view and the thread idle, or with the first sign of a reader.
// There may have been one before this script came.
/** @param {() => void} first @param {Heard} heard */
export function watchForReader(first, heard) {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    first();
  };
  const sign = () => {
    heard.onSign = () => {};
    once();
    if (savesData) return;
    if (inOwnWindow) idle(() => startEngine(), latest);
    prefetchStills(shownFrame?.chapter ?? config.chapter, composition);
    card.prefetch();
  };
  if (heard.sign) sign();
  else {
    heard.onSign = sign; // until boot.js leaves the document to the player
    on(document, "pointerover focusin keydown touchstart", sign, { once: true, passive: true });
  }
  whenInView(() => savesData || idle(() => {
    once();
    if (eager) startEngine();
    else if (inOwnWindow) prefetchEngine();
  }, latest));
}

let hover;
const startHover = () => { hover = setTimeout(() => startEngine(), rest); };
on(stage, "pointerenter", event => { if (event.pointerType === "mouse") startHover(); });
on(stage, "pointerleave", () => clearTimeout(hover));
on(stage, "focusin", () => startEngine());
if (matchMedia("(hover: hover)").matches && stage.matches(":hover")) startHover();
