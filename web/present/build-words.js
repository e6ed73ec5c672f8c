// The words beside the picture are those of the deck's build. Until a sweep has ended they are those of its beginning: what
// the beat says is true of its end.
import { $, setHTML, setText } from "../player/core/dom.js";

/** @param {{step: DeckStep, build: DeckBuild}} place @param {Frame} frame */
export function showBuildWords({ step, build }, frame) {
  const { still } = build.how === "sweep" && frame.playing ? step.builds[0] : build;
  setText($("title"), still.title);
  setHTML($("text"), still.textHTML);
}
