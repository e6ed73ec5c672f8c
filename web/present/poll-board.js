// All answers of the phones over the stage: of a value, columns over the very scale that the room's guesses stand on; of a
// line, every line thinly and the middle of them. The record's figure joins them once the answer is shown.
import { $, setAttr, el, formatNumber } from "../player/core/dom.js";
import { say } from "../player/core/config.js";

const space = "http://www.w3.org/2000/svg";
const left = 3, right = 97;      // of the scale on the stage, per cent: as in room-guesses.js
const top = 24, bottom = 100;    // of the tallest column, per cent of the board

export function createPollBoard() {
  const stage = $("stage");
  let shown = null, hidden = [];

  function clear() {
    shown?.remove();
    shown = null;
    for (const e of hidden) setAttr(e, "inert", null);
    hidden = [];
  }

  // show puts a tally on the stage. found are the record's figures, or none while it is asked.
  function show(tally, { ask, found, ends }) {
    clear();
    if (!tally?.answers) return;
    if (ask.kind === "line") lines(tally, ask, ends);
    else columns(tally, ask, found);
  }

  function columns(tally, ask, found) {
    const { least, middle, most } = tally.spread[0], highest = Math.max(...tally.bins.map(b => b.n));
    const at = n => left + (right - left) * (n - ask.min) / (ask.max - ask.min);
    const spread = say("poll.spread", { least: formatNumber(least), middle: formatNumber(middle), most: formatNumber(most) });
    const span = tally.bins[0].to - tally.bins[0].from + 1;
    shown = el("section", { id: "poll-board", "aria-label": say("poll.board") },
      el("p", {}, el("b", { textContent: spread }), el("br"), say("poll.column", { n: formatNumber(span) })));
    const list = el("ul", { className: "unseen" });
    for (const { from, to, n } of tally.bins) {
      if (!n) continue;
      // A column ends where the next one begins, the last with the scale.
      const x0 = at(from), x1 = at(Math.min(to + 1, ask.max)), column = el("i", { "aria-hidden": "true" }, el("span", { textContent: formatNumber(n) }));
      Object.assign(column.style, { left: `${x0}%`, width: `${Math.max(x1 - x0, .3)}%`, height: `${(bottom - top) * n / highest}%` });
      shown.append(column);
      list.append(el("li", { textContent: say("poll.bin", { from: formatNumber(from), to: formatNumber(to), n: formatNumber(n) }) }));
    }
    found.forEach((figure, i) => {
      const mark = el("div", { className: `found ink-${figure.ink}`, "data-side": at(figure.n) > 60 ? "left" : "right" }, el("span", { textContent: figure.text }));
      mark.style.left = `${at(figure.n)}%`;
      mark.style.setProperty("--row", i);
      shown.append(mark);
    });
    shown.append(list);
    stage.append(shown);
    // What lies under the board is not to be reached, nor read.
    hidden = [$("hots"), $("labels")];
    for (const e of hidden) setAttr(e, "inert", "");
  }

  function lines(tally, ask, ends) {
    const [, high, , low] = ask.plot, y = v => low - (v - ask.min) / (ask.max - ask.min) * (low - high);
    const path = (kind, values) => {
      const e = document.createElementNS(space, "path");
      e.setAttribute("class", kind);
      // A month alone between empty ones is a point.
      e.setAttribute("d", values.map((v, i) => v < 0 ? "" : `${i && values[i - 1] >= 0 ? "L" : "M"}${ends[i]} ${y(v)}${!(values[i - 1] >= 0) && !(values[i + 1] >= 0) ? "h0" : ""}`).join(""));
      return e;
    };
    shown = document.createElementNS(space, "svg");
    shown.id = "poll-lines";
    for (const [name, value] of Object.entries({ viewBox: "0 0 100 100", preserveAspectRatio: "none", role: "img", "aria-label": `${say("poll.board")}. ${say("poll.lines")}` })) shown.setAttribute(name, value);
    shown.style.setProperty("--faint", Math.max(.12, Math.min(.6, 6 / tally.lines.length)));
    shown.append(...tally.lines.map(values => path("phone", values)), path("ground", tally.spread.map(s => s.middle)), path("middle", tally.spread.map(s => s.middle)));
    stage.prepend(shown); // under the picture: the record is drawn over it
  }

  return { show, clear };
}
