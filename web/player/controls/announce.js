// Tells screen readers the result of a change, once it has settled: the beat and what the stage now shows, or, where only
// the timeline has moved, what the stage shows.
import { $, on } from "../core/dom.js";

const quietTime = 600; // ms without a further change; never a word per tick

// createAnnouncer answers with what compares the Frame before with the Frame now.
/** @returns {FrameListener} */
export function createAnnouncer() {
  const live = $("live");
  let timer, beatChanged = false;
  // A reader who walks the page should not meet old news.
  on(document, "focusin", () => { if (!timer) live.textContent = ""; });
  return (before, frame) => {
    if (!before) return;
    const turns = ["chapter", "beat", "view"].some(key => before[key] !== frame[key]) || before.ask?.revealed !== frame.ask?.revealed || before.playing && !frame.playing;
    const moves = before.axis.month !== frame.axis.month && !frame.playing;
    beatChanged ||= turns;
    if (!turns && !moves && !timer) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      if (!frame.playing) live.textContent = `${beatChanged ? `${$("title").textContent}. ` : ""}${$("description").textContent}`;
      beatChanged = false;
    }, quietTime);
  };
}
