// The owner of what a document shows: the one path by which a State comes to words, controls, address, events and
// picture. There is one State that is wanted. Until the engine has drawn its first picture, the document shows it by a
// still, or by the nearest still where only the engine can show it; from then on by the engine's Frames.
import { $, setAttr, root } from "./dom.js";
import { config } from "./config.js";
import { canonicalQuery, applyCommand, printState, readState, splitByStill } from "./state.js";

let phase = "off";       // then "loading", "live", "failed" (may be tried again), "unsupported" (may not) or "lost" (comes back anew)
/** @type {Display} */
let display;             // what init is given
/** @type {State} */
let wanted;              // the State wanted, until the engine is live
/** @type {State} */
let from;                // the State from which commands led to it, and those commands, as the engine will do them
let commands = [];
let engine;              // what engine.js gives: command, open, resize
/** @type {Frame | null} */
let newest = null;       // the engine's Frame, until it is live
/** @type {[State, State, string[]] | null} */
let interrupted = null;  // wanted, from and commands, when the engine failed or was lost: until the reader goes elsewhere
let untouched;           // the document still stands where it was opened, at a chapter's finding

// init takes the State that the document opens with, and
//
//   story        {chapters, asking}
//   fetchStill   gives the still of a State, or a promise of it
//   showPoster   puts a still's marks on the stage
//   showFrame    shows a Frame; what it has beside a Frame's own: waiting, parameters that were asked for but only the
//                engine can show; fixed, no engine will come
//   canPaint     whether the engine could paint at all, where that is asked before anything is fetched
//   warn         tells a developer why there is no engine
//   reload       loads the document anew at a query, after an engine was lost
//   composition, showProgress, showProblem(kind, retry), clearStatus
/** @param {State} state @param {boolean} opened @param {Display} shownBy */
export function init(state, opened, shownBy) {
  [display, wanted, from, untouched] = [shownBy, state, state, opened];
}

export const isLive = () => phase === "live";

// currentState is the State wanted: the engine's own, once it is live.
const currentState = () => phase === "live" ? readState(newest.query, display.story, newest) : wanted;

// position is where the document stands or is to stand, and its whole State as a query.
export function position() {
  const state = currentState();
  return { chapter: state.chapter, beat: state.beat, query: printState(state, display.story) };
}

// standing is where the engine is to stand, as engine.js takes it. What stills show of a State, state.js knows as well as
// the engine does; of all else the engine is the judge, so it is given the commands themselves.
const standing = () => ({ query: printState(from, display.story), commands: commands.join("\n") });

/** @param {State} state */
const setWanted = state => { [wanted, from, commands] = [state, state, []]; };

// setState stands at a State: at rest, unless its play says otherwise.
/** @param {State} state */
export function setState(state) {
  setWanted(state);
  if (phase !== "live") return showWantedStill();
  engine.open(standing());
  if (state.play) runCommand(state.play);
}

let requests = 0; // for stills: the answer to an earlier one, of another State or another composition, comes too late

// showWantedStill shows the still of the State that is wanted. Of two requests the later one wins.
export async function showWantedStill() {
  const to = wanted, request = ++requests;
  let still;
  try {
    still = await display.fetchStill(to);
  } catch {
    if (phase !== "live" && request === requests) display.showProblem("still.failed", showWantedStill);
    return;
  }
  if (phase === "live" || request !== requests) return;
  const { exact, waiting } = splitByStill(still, to);
  const over = /^(unsupported|failed|lost)$/.test(phase);
  if (over) setWanted({ ...to, params: exact, play: "" });
  display.showPoster(still.svg);
  display.showFrame({
    ...still, selected: exact.select ?? "", speed: Number(exact.speed ?? 1), query: canonicalQuery(still.query, exact, display.story),
    ...over ? { fixed: phase === "unsupported" } : { waiting },
  });
}

// runCommand does a command of the vocabulary, and answers "" or what is wrong with it. Quiet ones start the
// engine only where a still cannot answer.
/** @param {string} words @param {boolean} [quiet] @returns {string} */
export function runCommand(words, quiet) {
  const [verb, value] = words.split(" ");
  if (untouched && /^(play|toggle)$/.test(verb)) words = "replay";
  if (!/^(theme|speed|select|close|pause)$/.test(verb)) untouched = false;
  if (verb === "theme") root.dataset.theme = value;
  if (phase === "live") return engine.command(words);
  const step = /^(next|back|skip|chapter|restart|reveal|view)$/.test(verb), keepsPlace = /^(theme|speed|select|close|pause)$/.test(verb);
  if (phase === "unsupported" && !step && !keepsPlace) return `command ${verb}: this browser cannot show the moving picture`;
  const next = applyCommand(wanted, words, display.story);
  if (typeof next === "string") return next;
  if (!keepsPlace) interrupted = null;
  wanted = next;
  commands.push(/^(play|toggle|replay)$/.test(verb) ? "close" : words); // it plays once it stands there
  showWantedStill();
  if (!keepsPlace && !(quiet && step)) startEngine(!step);
  return "";
}

// startEngine fetches the engine. After a failure only an explicit wish tries again.
/** @param {boolean} [explicit] */
export async function startEngine(explicit) {
  if (explicit && phase === "lost") display.reload(printState(wanted, display.story));
  if (phase !== "off" && !(explicit && phase === "failed")) return;
  if (display.canPaint && !display.canPaint()) return fallBackToStills("unsupported", "unsupported");
  phase = "loading";
  let begun;
  try {
    const { start } = await import("../engine/engine.js");
    engine = await start({
      config, holder: $("canvas-holder"), stage: $("stage"),
      composition: display.composition, progress: display.showProgress, frame: onFrame, lost: onEngineLost,
      standing: () => begun = standing(),
    });
  } catch (fault) {
    return onEngineFailed(fault);
  }
  // The engine stands where it began. What was wanted since is done before anything of it is shown.
  const now = standing();
  if (now.query !== begun.query || now.commands !== begun.commands) engine.open(now);
  if (wanted.play) engine.command(wanted.play);
  phase = "live";
  display.clearStatus();
  setAttr($("stage"), "data-live", "");
  onFrame(newest);
}

function onFrame(received) {
  newest = received;
  if (phase === "live") display.showFrame(received);
}

// fallBackToStills goes back to what stills can show, and offers to try what was wanted again.
function fallBackToStills(to, kind) {
  if (phase === "live") setWanted(currentState());
  interrupted = [wanted, from, commands];
  phase = to;
  setAttr($("stage"), "data-live", null);
  showWantedStill();
  display.showProblem(kind, retry);
}

function retry() {
  if (interrupted) [wanted, from, commands] = interrupted;
  if (phase !== "lost") phase = "off";
  startEngine(true);
  if (phase !== "lost") showWantedStill();
}

function onEngineFailed(fault) {
  display.warn(fault.message);
  fallBackToStills(fault.kind === "unsupported" ? "unsupported" : "failed", fault.kind ?? "failed");
}

// onEngineLost takes the place of a running engine. It comes back by loading the document anew: two engines in one
// document would listen to the same window.
function onEngineLost() {
  if (phase === "lost") return;
  fallBackToStills("lost", "lost");
  if (document.hidden) document.addEventListener("visibilitychange", retry, { once: true });
}

// onStageResized says that the stage has another size; changed: another composition too.
/** @param {boolean} changed */
export function onStageResized(changed) {
  if (phase === "live") engine.resize();
  else if (changed) showWantedStill();
}
