// What shows that a reader is there, and what they want: the document's own stills and cards come first, the engine
// when a hand rests on the stage. A window of the player's own fetches it while nothing else is to do and starts it, which
// keeps the device busy, with the first sign of a reader; an eager document starts it at once.
import { card } from "./card.js";
import { $, el, on, root } from "./dom.js";
import { config, search } from "./config.js";
import { composition } from "./composition.js";
import { wake } from "./session.js";
import { shown } from "./show.js";
import { prefetch } from "./stills.js";

const rest = 150; // ms of hover that count as a wish
const thrift = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
const own = window === window.parent;
const eager = "eager" in root.dataset || new URLSearchParams(search).has("eager");
const idle = window.requestIdleCallback ?? (run => setTimeout(run, 200));
const latest = { timeout: 1000 }; // ms: on a busy machine a browser may never call a thread idle
const stage = $("stage");

// seen acts as soon as the stage is in view.
export const seen = act => new IntersectionObserver((entries, observer) => {
  if (!entries.some(e => e.isIntersecting)) return;
  observer.disconnect();
  act();
}).observe(stage);

// ahead lets the browser bring what wake will want, when it has nothing else to do and off this thread.
const ahead = () => document.head.append(...["wasm", "record", "words", "wasmExec"].map(name => el("link", { rel: "prefetch", href: config[name] })));

// watch calls first once: when the stage is in view and the thread idle, or with the first sign of a reader. There may have
// been one before this script came.
export function watch(first, heard) {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    first();
  };
  const sign = () => {
    heard.onSign = () => {};
    once();
    if (thrift) return;
    if (own) idle(wake, latest);
    prefetch(shown?.chapter ?? config.chapter, composition);
    card.prefetch();
  };
  if (heard.sign) sign();
  else {
    heard.onSign = sign; // until boot.js leaves the document to the player
    on(document, "pointerover focusin keydown touchstart", sign, { once: true, passive: true });
  }
  seen(() => thrift || idle(() => {
    once();
    if (eager) wake();
    else if (own) ahead();
  }, latest));
}

let hover;
const rests = () => { hover = setTimeout(wake, rest); };
on(stage, "pointerenter", event => { if (event.pointerType === "mouse") rests(); });
on(stage, "pointerleave", () => clearTimeout(hover));
on(stage, "focusin", wake);
if (matchMedia("(hover: hover)").matches && stage.matches(":hover")) rests();
