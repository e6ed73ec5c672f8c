// What a beat asks of the reader beside the timeline: a guess, the exercise of chapter `if`, or the ways to explore.
import { $, attr } from "./dom.js";
import { extras } from "./lazy.js";

let latest;

export function showTask(frame) {
  const exploring = frame.chapter === "explore";
  $("ask").hidden = !frame.ask;
  $("suppose").hidden = !frame.suppose;
  $("explore").hidden = !exploring;
  attr($("sheet"), "data-task", frame.ask ? (frame.ask.revealed ? "answer" : "ask") : frame.suppose ? "suppose" : exploring ? "explore" : null);
  const wanted = frame.ask || frame.suppose || exploring;
  if (!wanted && !latest) return; // nothing was ever asked: nothing to clear
  latest = frame;
  extras(m => m.show(latest));
}
