// What the projector shows: a build by its still at once, and by the engine as soon as it is there. A build is a State of
// the story and nothing else, so a build that is come back to is the very picture it was.
import { calm } from "../player/core/dom.js";
import { config } from "../player/core/config.js";
import { routeTo } from "../player/core/command.js";
import { pose } from "../player/core/poster.js";
import * as session from "../player/core/session.js";
import { show, shown } from "../player/show.js";
import { read } from "../player/core/state.js";
import * as status from "../player/controls/status.js";
import { composition } from "./composition.js";

const story = { chapters: config.chapters, asking: true };

let now = null;   // {step, build} shown: entries of the deck
let until = null; // the month at which the sweep under way ends
let share = null; // the share the room supposed: the story's own until then

// The room's guesses are the presenter's own (room-guesses.js): the player's fields for one reader stay away.
const bare = frame => ({ ...frame, ask: undefined });

// stateOf is the State of a build, with the share that the room supposed.
function stateOf({ build: { still } }) {
  const state = read(still.query, story, still);
  return share === null ? state : { ...state, params: { ...state.params, suppose: share } };
}

// stand shows a build at rest.
export function stand(place) {
  const begun = now !== null;
  now = place;
  until = null;
  if (begun) session.want(stateOf(place));
  else begin(stateOf(place));
}

// move goes on from a build to the one after it: a sweep is played, all else is stood at.
export function move(from, place) {
  if (!session.live() || place.build.how !== "sweep" || calm.matches) return stand(place);
  session.want(stateOf(from));
  now = place;
  until = place.build.to;
  session.command("play");
}

// finish ends a sweep at once; false if there is none.
export function finish() {
  if (until === null) return false;
  stand(now);
  return true;
}

function begin(state) {
  session.begin(state, false, {
    story, pose, composition,
    still: () => now.build.still,
    month: () => shown.axis.month,
    warn() {},
    progress() {}, // nothing on a projector needs either: the stills stand
    clear: status.clear,
    problem(kind, again) { if (kind === "lost") status.problem(kind, again); },
    revive: () => location.reload(),
    show: present,
  });
  session.settle();
}

function present(frame) {
  show(bare(frame));
  if (until === null || !frame.playing || frame.axis.month !== until) return;
  until = null;
  // The engine is in the middle of its frame: it hears of the end of the sweep after that.
  setTimeout(() => { if (session.live() && now.build.how === "sweep") session.command("pause"); });
}

// What the timeline, the exercise, cards and views ask for.
routeTo(words => {
  const [verb, value] = words.split(" ");
  if (verb === "suppose") share = value === "rate" ? null : value;
  until = null;
  const fault = session.command(words);
  if (fault) console.warn(`opencases: ${words}: ${fault}`);
  return fault;
});
