// What the projector shows: a build by its still at once, and by the engine as soon as it is there. A build is reached by
// commands of the story alone, so a build that is come back to is the very picture it was.
import { $, attr, calm, root } from "../player/dom.js";
import { config } from "../player/config.js";
import { routeTo } from "../player/command.js";
import { pose } from "../player/poster.js";
import { show } from "../player/show.js";
import * as status from "../player/status.js";

// The stage always has the composition for projectors; the style sheet scales it to the window.
const composition = "projector";

let engine = "off";     // then "loading", "live", or "lost"
let handle;             // what engine.js gives
let now = null;         // {step, build} shown: entries of the deck
let until = null;       // the month at which the sweep under way ends
let held = null;        // the engine's Frame until it is live
let queue = [];         // what a hand asked of the engine before it was there
let share = null;       // the share the room supposed, kept over a restart
const told = new Set(); // chapters whose answer the engine has shown

// The room's guesses are the presenter's own (room.js): the player's fields for one reader stay away.
const bare = frame => ({ ...frame, ask: undefined });

function run(commands) {
  for (const words of commands) {
    const fault = handle.command(words);
    if (fault) console.warn(`opencases: ${words}: ${fault}`);
  }
}

// way lists the commands that lead to a build. An answer is taken back by starting again: the story has no other way
// to forget one.
function way({ step, build }) {
  const again = build.how === "ask" && told.has(step.chapter);
  if (again) told.clear();
  if (build.how === "answer") told.add(step.chapter);
  return [...again ? ["restart", ...share === null ? [] : [`suppose ${share}`]] : [], ...build.do];
}

// stand shows a build at rest.
export function stand(place) {
  now = place;
  until = null;
  queue = [];
  if (engine === "live") run(way(place));
  else {
    pose(place.build.still.svg);
    show(bare(place.build.still));
  }
}

// move goes on from a build to the one after it: a sweep is played, all else is stood at.
export function move(from, place) {
  if (engine !== "live" || place.build.how !== "sweep" || calm.matches) return stand(place);
  run(way(from));
  now = place;
  until = place.build.to;
  run(["play"]);
}

// finish ends a sweep at once; false if there is none.
export function finish() {
  if (until === null) return false;
  stand(now);
  return true;
}

function receive(frame) {
  if (engine !== "live") {
    held = frame;
    return;
  }
  show(bare(frame));
  if (until === null || !frame.playing || frame.axis.month !== until) return;
  until = null;
  // The engine is in the middle of its frame: it hears of the end of the sweep after that.
  setTimeout(() => { if (engine === "live" && now.build.how === "sweep") run(["pause"]); });
}

// wake fetches the engine.
export async function wake() {
  if (engine !== "off") return;
  engine = "loading";
  try {
    const { start } = await import("../player/engine.js");
    handle = await start({
      config, root, holder: $("canvas-holder"), stage: $("stage"),
      composition: () => composition,
      standing: () => now.build.still.query,
      query: () => now.build.still.query,
      progress: () => {}, // nothing on a projector needs it: the stills stand
      frame: receive,
      lost: fall,
    });
  } catch (fault) {
    console.warn(`opencases: ${fault.message}`);
    engine = "lost";
    return;
  }
  engine = "live";
  if (now.build.how === "answer") told.add(now.step.chapter);
  run([...way(now), ...queue.splice(0)]);
  if (held) receive(held);
  attr($("stage"), "data-live", "");
}

// fall goes back to stills when a running engine is lost; another comes with a new document.
function fall() {
  engine = "lost";
  attr($("stage"), "data-live", null);
  status.problem("lost", () => location.reload());
  stand(now);
}

// What the timeline, the exercise, cards and views ask for.
routeTo(words => {
  const [verb, value] = words.split(" ");
  if (verb === "suppose") share = value;
  until = null;
  if (engine === "live") run([words]);
  else if (verb !== "select" && verb !== "close") {
    queue.push(words);
    wake();
  }
  return "";
});
