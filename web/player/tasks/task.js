// What a beat asks of the reader beside the timeline: a guess, the exercise of chapter `if`, or the ways to explore.
import { $, attr } from "../core/dom.js";
import { exploring } from "./explore.js";
import { guessing } from "./guess.js";
import { supposing } from "./suppose.js";

let guess, suppose, explore; // made when they are first wanted

export function showTask(frame) {
  const toExplore = frame.chapter === "explore";
  $("ask").hidden = !frame.ask;
  $("suppose").hidden = !frame.suppose;
  $("explore").hidden = !toExplore;
  attr($("sheet"), "data-task", frame.ask ? (frame.ask.revealed ? "answer" : "ask") : frame.suppose ? "suppose" : toExplore ? "explore" : null);
  if (frame.ask || guess) (guess ??= guessing())(frame);
  if (frame.suppose) (suppose ??= supposing())(frame.suppose, frame);
  if (toExplore) (explore ??= exploring())(frame);
}
