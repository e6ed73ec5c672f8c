// What the projector shows: a build by its still at once, and by the engine as soon as it is there. A build is a State of
// the story and nothing else, so a build that is come back to is the very picture it was.
import { $, reducedMotion, setDisabled } from "../player/core/dom.js";
import { config } from "../player/core/config.js";
import { handleCommands } from "../player/core/command.js";
import { showPoster } from "../player/core/poster.js";
import * as session from "../player/core/session.js";
import { showFrame, shownFrame } from "../player/show.js";
import { readState } from "../player/core/state.js";
import * as status from "../player/controls/status.js";
import { composition } from "./composition.js";

const story = { chapters: config.chapters, asking: true };

let shownPlace = null;   // {step, build} shown: entries of the deck
let sweepEnd = null; // the month at which the sweep under way ends
let share = null; // the share the room supposed: the story's own until then

// The room's guesses are the presenter's own (room-guesses.js): the player's fields for one reader stay away.
const withoutQuestion = frame => ({ ...frame, ask: undefined });

// stateOf is the State of a build, with the share that the room supposed.
function stateOf({ build: { still } }) {
  const state = readState(still.query, story, still);
  return share === null ? state : { ...state, params: { ...state.params, suppose: share } };
}

// showBuild shows a build at rest.
/** @param {{step: DeckStep, build: DeckBuild}} place */
export function showBuild(place) {
  const begun = shownPlace !== null;
  shownPlace = place;
  sweepEnd = null;
  if (begun) session.setState(stateOf(place));
  else begin(stateOf(place));
}

// advanceTo goes on from a build to the one after it: a sweep is played, all else is stood at.
/** @param {{step: DeckStep, build: DeckBuild}} from @param {{step: DeckStep, build: DeckBuild}} place */
export function advanceTo(from, place) {
  if (!session.isLive() || place.build.how !== "sweep" || reducedMotion.matches) return showBuild(place);
  session.setState(stateOf(from));
  shownPlace = place;
  sweepEnd = place.build.to;
  session.runCommand("play");
}

// finishSweep ends a sweep at once; false if there is none.
export function finishSweep() {
  if (sweepEnd === null) return false;
  showBuild(shownPlace);
  return true;
}

// Where nothing can paint the engine's picture, its files are not asked for: the stills stand.
const canPaint = () => !!document.createElement("canvas").getContext("webgl2");

function begin(state) {
  session.init(state, false, {
    story, showPoster, composition,
    fetchStill: () => shownPlace.build.still,
    canPaint,
    warn() {},
    showProgress() {}, // nothing on a projector needs either: the stills stand
    clearStatus: status.clearStatus,
    showProblem(kind, retry) { if (kind === "lost") status.showProblem(kind, retry); },
    reload: () => location.reload(),
    showFrame: present,
  });
  session.showWantedStill();
}

function present(frame) {
  showFrame(withoutQuestion(frame));
  for (const button of $("views").children) setDisabled(button, frame.fixed); // the deck has a still of each build, not of each view
  if (sweepEnd === null || !frame.playing || frame.axis.month !== sweepEnd) return;
  sweepEnd = null;
  // The engine is in the middle of its frame: it hears of the end of the sweep after that.
  setTimeout(() => { if (session.isLive() && shownPlace.build.how === "sweep") session.runCommand("pause"); });
}

// What the timeline, the exercise, cards and views ask for.
handleCommands(words => {
  const [verb, value] = words.split(" ");
  if (verb === "suppose") share = value === "rate" ? null : value;
  sweepEnd = null;
  const fault = session.runCommand(words);
  if (fault) {
    console.warn(`opencases: ${words}: ${fault}`);
    showFrame(withoutQuestion(shownFrame)); // the control goes back to what is shown
  }
  return fault;
});
