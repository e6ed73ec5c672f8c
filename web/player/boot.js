// Wires the player document: what the reader does becomes a command, and a wish for motion fetches the engine.
import { $, on, root } from "./dom.js";
import { composition } from "./composition.js";
import { send } from "./command.js";
import { begin, wake } from "./player.js";
import { prefetch } from "./stills.js";
import { prefetchCards } from "./card.js";
import { extras } from "./lazy.js";
import { shown } from "./show.js";
import "./fullscreen.js";
import "./keys.js";

const start = begin();
const thrift = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
const idle = window.requestIdleCallback ?? (run => setTimeout(run, 200));
const speeds = [1, 2, 4, .5];

const button = (id, act) => on($(id), "click", event => { if (!event.currentTarget.getAttribute("aria-disabled")) act(event); });
button("play", () => send("toggle"));
button("back", () => send("back"));
button("next", () => send("next"));
button("restart", () => send("restart"));
button("speed", () => send(`speed ${speeds[(speeds.indexOf(shown?.speed ?? 1) + 1) % speeds.length]}`));
button("help-open", () => extras(m => m.help()));

const chapters = $("chapters");
on(chapters, "click", event => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  chapters.open = false;
  chapters.firstElementChild.focus({ preventScroll: true });
  send(`chapter ${link.dataset.chapter}`);
});
on(document, "pointerdown", event => { if (!chapters.contains(event.target)) chapters.open = false; });
on(chapters, "keydown", event => {
  if (event.key !== "Escape" || !chapters.open) return;
  event.preventDefault();
  chapters.open = false;
  chapters.firstElementChild.focus();
});

// The document's own frame comes once it is in view and the thread is idle, or with the first sign of a reader.
let woken = false;
function settle() {
  if (woken) return;
  woken = true;
  start.arrive();
}
on(document, "pointerover focusin keydown touchstart", () => { settle(); prefetch(shown?.chapter, composition); }, { once: true, passive: true });
if (start.moved) settle();

// A reader who rests on the stage wants more of it.
let hover;
on($("stage"), "pointerenter", event => {
  if (event.pointerType !== "mouse") return;
  prefetchCards();
  hover = setTimeout(wake, 150);
});
on($("stage"), "pointerleave", () => clearTimeout(hover));
on($("stage"), "focusin", wake);

const eager = "eager" in root.dataset || window === window.parent || new URLSearchParams(location.search).has("eager");
new IntersectionObserver((entries, observer) => {
  if (thrift || !entries.some(e => e.isIntersecting)) return;
  observer.disconnect();
  idle(() => {
    settle();
    if (eager) wake();
  });
}).observe($("stage"));
