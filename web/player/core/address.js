// The address holds the state, so that it can be kept, sent and come back to.
import { search } from "./config.js";
import { on } from "./dom.js";
import { isStateParameter } from "./state.js";

const pace = 400; // ms from one writing to the next, and from the last of many changes to its writing
let pending = null, waiting, step;

// addressOf is that of a state, with what the document was opened with beside it. The query leaves the cover out, but this
// document may be another chapter's.
function addressOf({ chapter, query }) {
  const state = new URLSearchParams(query), look = new URLSearchParams(search);
  for (const name of [...look.keys()]) if (isStateParameter(name) || state.has(name)) look.delete(name);
  return "?" + [state.has("chapter") ? "" : `chapter=${chapter}`, query, `${look}`].filter(Boolean).join("&");
}

// writeAddress keeps the state in the address of a window of its own, where there is one to keep it in: a single change at
// once, of many in a row the last; while the story plays, each beat it comes to. To write takes the browser milliseconds,
// and Safari refuses more than 100 in 30 s.
/** @param {Frame} frame */
export function writeAddress(frame) {
  if (window !== window.parent || frame.playing && frame.step === step) return;
  step = frame.step;
  pending = frame;
  if (waiting) writeLater();
  else writeNow();
}

function writeLater() {
  clearTimeout(waiting);
  waiting = setTimeout(() => { waiting = 0; writeNow(); }, pace);
}

function writeNow() {
  if (!pending) return;
  const to = addressOf(pending);
  pending = null;
  writeLater();
  try {
    history.replaceState(null, "", to);
  } catch { /* a sandboxed frame: the address stays */ }
}

on(window, "pagehide visibilitychange", writeNow); // who leaves takes the state along
