// What shows that a reader is there, and what they want: the document's own stills and cards come first, the engine
// when a hand rests on the stage. A window of the player's own fetches it while nothing else is to do and starts it, which
// keeps the device busy, with the first sign of a reader; an eager document starts it at once.
import { $, on, root } from "./dom.js";
import { search } from "./config.js";
import { composition } from "./composition.js";
import { extras, loaded } from "./lazy.js";
import { ahead, seen, wake } from "./player.js";
import { shown } from "./show.js";
import { prefetch } from "./stills.js";

const rest = 150; // ms of hover that count as a wish
const thrift = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
const own = window === window.parent;
const eager = "eager" in root.dataset || new URLSearchParams(search).has("eager");
const idle = window.requestIdleCallback ?? (run => setTimeout(run, 200));
const latest = { timeout: 1000 }; // ms: on a busy machine a browser may never call a thread idle
const stage = $("stage");

// watch calls settle once: when the stage is in view and the thread idle, or with the first sign of a reader.
export function watch(settle) {
  let settled = false;
  const once = () => {
    if (settled) return;
    settled = true;
    settle();
    extras(() => {});
  };
  on(document, "pointerover focusin keydown touchstart", () => {
    once();
    if (thrift) return;
    if (own) idle(wake, latest);
    prefetch(shown?.chapter, composition);
    extras(m => m.card.prefetch());
  }, { once: true, passive: true });
  seen(() => thrift || idle(() => {
    once();
    if (eager) wake();
    else if (own) ahead();
  }, latest));
}

let hover;
on(stage, "pointerenter", event => {
  if (event.pointerType !== "mouse") return;
  hover = setTimeout(wake, rest);
});
on(stage, "pointerleave", () => clearTimeout(hover));
on(stage, "focusin", wake);

// Until extras.js is there to hear them, clicks on figures wait for it.
on(document, "click", event => {
  const figure = event.target.closest?.("[data-figure], .hot");
  if (loaded() || !figure || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  extras(m => m.card.open(figure));
});
