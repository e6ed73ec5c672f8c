// The address holds the state, so that it can be kept, sent and come back to.
import { on } from "./dom.js";

const pace = 400; // ms from one writing to the next, and from the last of many changes to its writing
let unwritten = null, waiting;

// address is that of a state: the query leaves the cover out, but this document may be another chapter's.
export const address = frame => `?${/^chapter=/.test(frame.query) ? "" : `chapter=${frame.chapter}&`}${frame.query}`.replace(/&$/, "");

// remember keeps the state in the address of a window of its own, where there is one to keep it in: a single change at
// once, of many in a row the last. To write takes the browser milliseconds, and Safari refuses more than 100 in 30 s.
export function remember(frame) {
  if (window !== window.parent || frame.playing) return;
  unwritten = frame;
  if (waiting) wait();
  else write();
}

function wait() {
  clearTimeout(waiting);
  waiting = setTimeout(() => { waiting = 0; write(); }, pace);
}

function write() {
  if (!unwritten) return;
  const to = address(unwritten);
  unwritten = null;
  wait();
  try {
    history.replaceState(null, "", to);
  } catch { /* a sandboxed frame: the address stays */ }
}

on(window, "pagehide visibilitychange", write); // who leaves takes the state along
