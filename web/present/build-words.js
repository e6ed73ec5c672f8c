// The words beside the picture are those of the deck's build. Until a sweep has ended they are those of its beginning: what
// the beat says is true of its end.
import { $, html, text } from "../player/core/dom.js";

export function showWords({ step, build }, frame) {
  const { still } = build.how === "sweep" && frame.playing ? step.builds[0] : build;
  text($("title"), still.title);
  html($("text"), still.textHTML);
}
