// The time since the start, and how it stands to the plan. It can be held, and set back to nothing.
import { $, on, setText } from "../player/core/dom.js";
import { say } from "../player/core/config.js";

const grace = 20; // s off the plan that count as on time

/** @param {Deck} deck @param {PresentSession} session */
export function createClock(deck, session) {
  // elapsed is what is on the clock, in s.
  const elapsed = () => {
    const { began, held } = session.state;
    if (held !== null) return held / 1000;
    return began ? (Date.now() - began) / 1000 : 0;
  };
  const running = () => session.state.began > 0 && session.state.held === null;
  const print = s => {
    s = Math.round(s);
    const two = n => String(n).padStart(2, "0");
    return `${s >= 3600 ? `${Math.floor(s / 3600)}:` : ""}${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  };

  function show() {
    const { minutes, at } = session.state, s = elapsed();
    setText($("elapsed"), print(s));
    setText($("clock-start"), say(running() ? "present.clock.pause" : "present.clock.start"));
    if (document.activeElement !== $("minutes")) $("minutes").value = minutes || "";
    if (!minutes || !session.state.began && session.state.held === null) {
      setText($("pace"), say("present.pace.not"));
      return;
    }
    // On time is anywhere between the planned beginning and end of the present step.
    const from = deck.passed(at.step) * minutes * 60, to = from + deck.steps[at.step].share * minutes * 60;
    if (s > to + grace) setText($("pace"), say("present.pace.behind", { time: print(s - to) }));
    else if (s < from - grace) setText($("pace"), say("present.pace.ahead", { time: print(from - s) }));
    else setText($("pace"), say("present.pace.on"));
  }

  on($("minutes"), "change", event => session.change({ minutes: Math.max(0, Math.min(240, Math.round(event.target.valueAsNumber) || 0)) }));
  on($("clock-start"), "click", () => {
    const { held } = session.state;
    if (running()) session.change({ held: elapsed() * 1000 });
    else session.change({ began: Date.now() - (held ?? 0), held: null });
  });
  on($("clock-zero"), "click", () => session.change(running() ? { began: Date.now() } : { began: 0, held: null }));
  setInterval(show, 500);
  return { show };
}
