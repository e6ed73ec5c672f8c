// The quiet line under the player: what is being fetched, and what went wrong, with a way to try again.
import { $, el, number } from "../core/dom.js";
import { say } from "../core/config.js";

const line = $("status");
let waiting;

// progress says how much of the engine has come (0 to 1), but nothing for the first 400 ms.
export function progress(share) {
  const words = () => { line.textContent = say("status.loading", { percent: number(progress.share, { style: "percent" }) }); };
  progress.share = share;
  if (waiting === undefined) waiting = setTimeout(() => { waiting = null; words(); }, 400);
  else if (waiting === null) words();
}

export function clear() {
  clearTimeout(waiting);
  waiting = undefined;
  line.replaceChildren();
}

// problem keeps a line with a button until the reader tries again.
export function problem(kind, retry) {
  clear();
  const again = el("button", { type: "button", textContent: say("status.retry") });
  again.addEventListener("click", () => { clear(); retry(); });
  line.append(say(`status.${kind}`), " ", again);
}
