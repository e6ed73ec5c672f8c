// Ask first: the room's guesses. Each is put on the big picture, on a scale under it or as a line over it, and stays
// there beside the answer.
import { $, setAttr, el, setHTML, formatNumber, on } from "../player/core/dom.js";
import { say } from "../player/core/config.js";
import { createSketch } from "../player/tasks/sketch.js";

const most = 60;    // guesses a room may put up by hand
const listed = 8;   // guesses that are listed by number
const beside = 3;   // lines that are listed where a poll stands beside them
const space = "http://www.w3.org/2000/svg";

// createRoomGuesses shows what session.state.guesses holds. reveal shows the answer.
/** @param {{deck: Deck, session: PresentSession, reveal: () => void}} presentation */
export function createRoomGuesses({ deck, session, reveal }) {
  const rail = $("rail"), list = $("room-list"), dialog = $("guess"), field = $("guess-value");
  const sketch = createSketch($("labels"));
  let step = null, build = null, ask = null; // of the chapter that asks, while it is shown
  let drawn = [];                            // the line being drawn
  let bubble;                                // the guess under the pointer

  const guesses = () => session.state.guesses[step.chapter] ?? [];
  const addGuess = guess => {
    if (!ask || build.how !== "ask" || guesses().length >= most) return;
    session.change({ guesses: { ...session.state.guesses, [step.chapter]: [...guesses(), guess] } });
  };
  const round = n => Math.max(ask.min, Math.min(ask.max, Math.round(n / ask.step) * ask.step));

  function show(place) {
    const asks = place.step.builds[0].still.ask;
    if (step?.chapter !== place.step.chapter || step.beat !== place.step.beat) drawn = [];
    step = place.step;
    build = place.build;
    ask = asks ?? null;
    const line = ask?.kind === "line", value = ask?.kind === "value";
    $("room").hidden = !ask;
    rail.hidden = !value;
    setAttr($("timeline"), "hidden", value ? "" : null);
    if (!line || build.how !== "ask") sketch.erase();
    drawLines(line ? guesses() : []);
    if (!ask) return;
    setAttr(document.documentElement, "data-asking", build.how === "ask" ? "" : null);
    setHTML($("room-answer"), build.how === "answer" ? build.still.ask.answerHTML : "");
    $("room-say").textContent = build.how === "ask" ? say(line ? "present.guess.draw" : "present.guess.line") : guesses().length ? say("present.guess.room") : "";
    for (const id of ["room-add", "room-drop", "room-show"]) $(id).hidden = build.how !== "ask";
    if (value) layOutRail();
    else if (build.how === "ask") draw();
    listGuesses(line);
  }

  // listGuesses lists the guesses in words.
  function listGuesses(line) {
    const all = guesses(), few = line && "poll" in document.documentElement.dataset ? beside : listed;
    const entries = all.slice(0, few).map((guess, i) => el("li", {}, line ? lineText(i, guess) : formatNumber(guess[0])));
    if (all.length > few) entries.push(el("li", { className: "more" }, say("present.guess.rest", { n: formatNumber(all.length - few) })));
    list.replaceChildren(...entries);
    setAttr(list, "data-line", line ? "" : null);
  }

  const lineText = (i, guess) => say("present.guess.most", { name: String.fromCharCode(65 + i % 26), n: formatNumber(Math.max(...guess.filter(v => v !== null))) });

  // The rail is the scale of a single value, as wide as the picture.
  const left = 3, right = 97, place = n => left + (right - left) * (n - ask.min) / (ask.max - ask.min);

  function layOutRail() {
    const parts = [el("i", { className: "line" })];
    for (const n of [ask.min, ask.max]) parts.push(mark("end", n, formatNumber(n)));
    const all = guesses(), few = all.length <= listed, stackSizes = {};
    for (const [n] of all) {
      const x = Math.round(place(n) * 2) / 2; // dots closer than half a per cent are heaped
      stackSizes[x] = (stackSizes[x] ?? 0) + 1;
      const dot = el("b");
      dot.style.left = `${place(n)}%`;
      dot.style.setProperty("--n", stackSizes[x]);
      parts.push(dot);
    }
    const rows = new Rows();
    if (few) for (const n of [...new Set(all.map(g => g[0]))].sort((a, b) => a - b)) {
      const text = formatNumber(n);
      if (rows.free(0, place(n), text.length * .75)) parts.push(mark("guess", n, text));
    }
    if (build.how === "answer") (deck.asks[step.chapter] ?? []).forEach((found, row) => {
      const e = mark(`found ink-${found.ink}`, found.n, found.text);
      e.style.setProperty("--row", row); // where there is little room, each has a row of its own
      parts.push(e);
    });
    bubble = mark("guess bubble", ask.min, "");
    bubble.hidden = true;
    rail.replaceChildren(...parts, bubble);
    setAttr(rail, "data-open", build.how === "ask" ? "" : null);
  }

  // mark is a number at its place on the rail.
  function mark(kind, n, text) {
    const e = el("span", { className: kind }, el("span", {}, text));
    e.style.left = `${place(n)}%`;
    setAttr(e, "data-side", place(n) > 60 ? "left" : "right");
    return e;
  }

  const valueAt = event => {
    const box = rail.getBoundingClientRect();
    return round(ask.min + ((event.clientX - box.left) / box.width * 100 - left) / (right - left) * (ask.max - ask.min));
  };
  const hover = event => {
    const n = valueAt(event);
    bubble.hidden = false;
    bubble.style.left = `${place(n)}%`;
    bubble.firstChild.textContent = formatNumber(n);
  };
  on(rail, "pointerdown", event => {
    if (event.button || build.how !== "ask") return;
    rail.setPointerCapture(event.pointerId);
    hover(event);
  });
  on(rail, "pointermove", event => {
    if (build.how === "ask" && (event.pointerType === "mouse" || rail.hasPointerCapture(event.pointerId))) hover(event);
  });
  on(rail, "pointerup", event => { if (rail.hasPointerCapture(event.pointerId)) addGuess([valueAt(event)]); });
  on(rail, "pointerleave pointercancel", () => { if (bubble) bubble.hidden = true; });

  // A line is drawn month by month, then put up with the others.
  function draw() {
    const n = ask.months.length;
    if (drawn.length !== n) drawn = Array(n).fill(null);
    sketch.draw(ask, ends(), drawn, (i, v) => {
      drawn[i] = round(v);
      draw();
    });
  }

  const ends = () => monthEnds(step, ask);

  function drawLines(all) {
    let svg = $("lines");
    svg?.remove();
    document.querySelectorAll(".line-name").forEach(e => e.remove());
    if (!all.length) return;
    svg = document.createElementNS(space, "svg");
    svg.id = "lines";
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const [, top, , bottom] = ask.plot, at = ends(), y = v => bottom - (v - ask.min) / (ask.max - ask.min) * (bottom - top);
    const taken = []; // heights of the names so far, per cent: close ones stand beside each other
    all.forEach((values, k) => {
      const path = document.createElementNS(space, "path");
      path.setAttribute("d", values.map((v, i) => v === null ? "" : `${i && values[i - 1] !== null ? "L" : "M"}${at[i]} ${y(v)}`).join(""));
      svg.append(path);
      const last = values.findLastIndex(v => v !== null);
      const name = el("span", { className: "line-name", "aria-hidden": "true" }, String.fromCharCode(65 + k % 26));
      const beside = taken.filter(t => Math.abs(t - y(values[last])) < 4).length;
      taken.push(y(values[last]));
      Object.assign(name.style, { left: `${at[last] + 2.4 * beside}%`, top: `${y(values[last])}%` });
      $("labels").before(name);
    });
    $("labels").before(svg);
  }

  // add puts up the line that was drawn, or asks for a number.
  function add() {
    if (!ask || build.how !== "ask") return;
    if (ask.kind === "line") {
      if (drawn.every(v => v === null)) return;
      const guess = drawn;
      drawn = [];
      addGuess(guess);
      return;
    }
    $("guess-label").textContent = ask.label;
    Object.assign(field, { min: ask.min, max: ask.max, step: ask.step, value: "" });
    dialog.showModal();
  }
  on(dialog, "submit", event => {
    event.preventDefault();
    if (Number.isFinite(field.valueAsNumber)) addGuess([round(field.valueAsNumber)]);
    dialog.close();
    document.activeElement?.blur(); // the keys are the deck's again, at once
  });

  // drop takes the last guess away again.
  function drop() {
    if (!ask || build.how !== "ask") return;
    if (drawn.some(v => v !== null)) {
      drawn = [];
      draw();
    } else if (guesses().length) session.change({ guesses: { ...session.state.guesses, [step.chapter]: guesses().slice(0, -1) } });
  }

  const answer = () => { if (ask && build.how === "ask") reveal(); };
  on($("room-add"), "click", add);
  on($("room-drop"), "click", drop);
  on($("room-show"), "click", answer);
  return { show, add, drop, reveal: answer };
}

// monthEnds are where the months of a step's question end on the axis, per cent of the stage.
export function monthEnds(step, ask) {
  const { ticks, x1 } = step.builds[0].still.axis;
  return [...ticks.map(t => t.x), x1].slice(-ask.months.length);
}

// Rows remembers which stretches of a row of labels are taken, per cent.
class Rows {
  taken = [[], []];
  free(row, at, half) {
    if (this.taken[row].some(([from, to]) => at - half < to && from < at + half)) return false;
    this.taken[row].push([at - half, at + half]);
    return true;
  }
}
