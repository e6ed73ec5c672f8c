// What a beat asks of the reader beside the timeline: a guess, the exercise of chapter `if`, or the ways to explore.
import { $, setAttr } from "../core/dom.js";
import { createExplorePanel } from "./explore.js";
import { createGuessFields } from "./guess.js";
import { createSupposeSlider } from "./suppose.js";

let guess, suppose, explore; // made when they are first wanted

/** @param {Frame} frame */
export function showTask(frame) {
  const toExplore = frame.chapter === "explore";
  $("ask").hidden = !frame.ask;
  $("suppose").hidden = !frame.suppose;
  $("explore").hidden = !toExplore;
  setAttr($("sheet"), "data-task", frame.ask ? (frame.ask.revealed ? "answer" : "ask") : frame.suppose ? "suppose" : toExplore ? "explore" : null);
  if (frame.ask || guess) (guess ??= createGuessFields())(frame);
  if (frame.suppose) (suppose ??= createSupposeSlider())(frame.suppose, frame);
  if (toExplore) (explore ??= createExplorePanel())(frame);
}
