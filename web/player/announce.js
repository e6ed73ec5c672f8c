// Tells screen readers the result of a change, once it has settled: the beat and what the stage now shows.
import { $ } from "./dom.js";

const settle = 600; // ms without a further change; never a word per tick
let timer;

// announce compares the Frame before with the Frame now.
export function announce(before, frame) {
  if (!before) return;
  const turned = before.chapter !== frame.chapter || before.beat !== frame.beat || before.view !== frame.view || before.ask?.revealed !== frame.ask?.revealed;
  const stopped = before.playing && !frame.playing;
  if (!turned && !stopped && !timer) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = 0;
    if (frame.playing) return;
    $("live").textContent = `${frame.title}. ${$("description").textContent}`;
  }, settle);
}

// forget empties the region, so that a reader who walks the page does not meet old news.
document.addEventListener("focusin", () => { if (!timer) $("live").textContent = ""; });
