// Who owns what a document shows: the one path by which a State comes to words, controls, address, events and picture.
// There is one State that is wanted. Until the engine has drawn its first picture, the document shows it by a still, or
// by the nearest still where only the engine can show it; from then on by the engine's Frames.
import { $, attr, root } from "./dom.js";
import { config } from "./config.js";
import { address, apply, print, read, shownBy } from "./state.js";

let phase = "off";  // then "loading", "live", "failed" (may be tried again), "unsupported" (may not) or "lost" (comes back anew)
let host;           // what begin is given
let wanted;         // the State wanted, until the engine is live
let handle;         // what engine.js gives: command, open, resize
let newest = null;  // the engine's Frame, until it is live
let wish = null;    // what was wanted when the engine failed or was lost
let untouched;      // the document still stands where it was opened, at a chapter's finding

// begin takes the State that the document opens with, and
//
//   story       {chapters, asking}
//   still       gives the still of a State, or a promise of it
//   pose        puts a still's marks on the stage
//   show        shows a Frame; what it has beside a Frame's own: waiting, parameters that were asked for but only the
//               engine can show; fixed, no engine will come
//   month       where the timeline of the picture shown stands
//   warn        tells a developer why there is no engine
//   composition, progress, problem(kind, again), clear, revive(query): of a lost engine
export function begin(state, opened, given) {
  [host, wanted, untouched] = [given, state, opened];
}

export const live = () => phase === "live";

// now is the State wanted: the engine's own, once it is live.
const now = () => phase === "live" ? read(newest.query, host.story, newest) : wanted;

// place is where the document stands or is to stand, and its whole State as a query.
export function place() {
  const state = now();
  return { chapter: state.chapter, beat: state.beat, query: print(state, host.story) };
}

// want stands at a State: at rest, unless its play says otherwise.
export function want(state) {
  wanted = state;
  if (phase !== "live") return settle();
  handle.open(print(state, host.story));
  if (state.play) command(state.play);
}

// settle shows the still of the State that is wanted. Of two steps taken quickly the later one wins.
export async function settle() {
  const to = wanted;
  let still;
  try {
    still = await host.still(to);
  } catch {
    if (phase !== "live" && wanted === to) host.problem("still.failed", settle);
    return;
  }
  if (phase === "live" || wanted !== to) return;
  const { exact, waiting } = shownBy(still, to);
  if (phase === "unsupported") wanted = { ...to, params: exact, play: "" };
  host.pose(still.svg);
  host.show({
    ...still, selected: exact.select ?? "", speed: Number(exact.speed ?? 1), query: address(still.query, exact, host.story),
    ...phase === "unsupported" ? { fixed: true } : { waiting },
  });
}

// command does a command of the vocabulary, and answers "" or what is wrong with it. Of quiet ones only those wake the
// engine that a still cannot answer.
export function command(words, quiet) {
  let [verb, value] = words.split(" ");
  if (untouched && /^(play|toggle)$/.test(verb)) words = "replay";
  if (!/^(theme|speed|select|close|pause)$/.test(verb)) untouched = false;
  if (verb === "theme") root.dataset.theme = value;
  if (phase === "live") return handle.command(words);
  const step = /^(next|back|skip|chapter|restart|reveal|view)$/.test(verb), aside = /^(theme|speed|select|close|pause)$/.test(verb);
  if (phase === "unsupported" && !step && !aside) return `command ${verb}: this browser cannot show the moving picture`;
  const next = apply(wanted, words, { ...host.story, month: host.month() });
  if (typeof next === "string") return next;
  want(next);
  if (!aside && !(quiet && step)) wake(!step);
  return "";
}

// wake fetches the engine. After a failure only an explicit wish (asked) tries again.
export async function wake(asked) {
  if (asked === true && phase === "lost") host.revive(print(wanted, host.story));
  if (phase !== "off" && !(asked === true && phase === "failed")) return;
  phase = "loading";
  let begun;
  try {
    const { start } = await import("../engine/engine.js");
    handle = await start({
      config, holder: $("canvas-holder"), stage: $("stage"),
      composition: host.composition, progress: host.progress, frame, lost,
      query: () => print(begun = wanted, host.story),
    });
  } catch (fault) {
    return fail(fault);
  }
  // The engine stands where it began. What was wanted since is done before anything of it is shown.
  if (wanted !== begun) handle.open(print(wanted, host.story));
  if (wanted.play) handle.command(wanted.play);
  phase = "live";
  host.clear();
  attr($("stage"), "data-live", "");
  frame(newest);
}

function frame(told) {
  newest = told;
  if (phase === "live") host.show(told);
}

// away goes back to what stills can show, and offers to try what was wanted again.
function away(to, kind) {
  wish = now();
  phase = to;
  attr($("stage"), "data-live", null);
  const { view, month, only, suppose, [`guess-${wish.chapter}`]: guess, ...params } = wish.params;
  want({ ...wish, params, play: "" });
  host.problem(kind, again);
}

function again() {
  want(wish);
  if (phase !== "lost") phase = "off";
  wake(true);
}

function fail(fault) {
  host.warn(fault.message);
  away(fault.kind === "unsupported" ? "unsupported" : "failed", fault.kind ?? "failed");
}

// lost takes the place of a running engine. It comes back by loading the document anew: two engines in one document
// would listen to the same window.
function lost() {
  if (phase === "lost") return;
  away("lost", "lost");
  if (document.hidden) document.addEventListener("visibilitychange", again, { once: true });
}

// resized says that the stage has another size; changed: another composition too.
export function resized(changed) {
  if (phase === "live") handle.resize();
  else if (changed) settle();
}
