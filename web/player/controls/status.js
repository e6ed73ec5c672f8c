// The quiet line under the player: what is being fetched, and what went wrong, with a way to try again.
import { $, el, formatNumber } from "../core/dom.js";
import { say } from "../core/config.js";

const line = $("status");
let waiting, shareLoaded;

// showProgress says how much of the engine has come (0 to 1), but nothing for the first 400 ms.
/** @param {number} share */
export function showProgress(share) {
  const words = () => { line.textContent = say("status.loading", { percent: formatNumber(shareLoaded, { style: "percent" }) }); };
  shareLoaded = share;
  if (waiting === undefined) waiting = setTimeout(() => { waiting = null; words(); }, 400);
  else if (waiting === null) words();
}

export function clearStatus() {
  clearTimeout(waiting);
  waiting = undefined;
  line.replaceChildren();
}

// showProblem keeps a line with a button until the reader tries again.
/** @param {string} kind @param {() => void} retry */
export function showProblem(kind, retry) {
  clearStatus();
  const again = el("button", { type: "button", textContent: say("status.retry") });
  again.addEventListener("click", () => { clearStatus(); retry(); });
  line.append(say(`status.${kind}`), " ", again);
}
