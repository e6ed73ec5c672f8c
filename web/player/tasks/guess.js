// A guess before the record is shown: one value on a scale, or a line drawn month by month over the stage.
import { $, setAttr, el, setHTML, formatNumber, on, setText } from "../core/dom.js";
import { say } from "../core/config.js";
import { dispatch, oncePerFrame } from "../core/command.js";
import { createSketch } from "./sketch.js";

/** @returns {(frame: Frame) => void} */
export function createGuessFields() {
  const area = $("ask"), sketch = createSketch($("labels"));
  const output = el("output"), answer = el("div", { className: "answer" }), fields = el("div", { className: "fields" });
  area.append(fields, answer);
  // Who reaches for the fields has begun to answer: play waits.
  let playing = false;
  on(fields, "focusin pointerdown", () => { if (playing) dispatch("pause"); });
  on(fields, "focusout", () => { if (ask) updateFields(); });
  let ask;         // the question in the document
  let fixed;       // no engine will come, and stills know no guesses
  let chapter;     // whose fields stand there
  let values = []; // what the reader placed, null where nothing yet
  let inputs = []; // for each value, the fields that show it
  let ends = [];   // of a line: where each month ends on the stage, per cent of its width

  const sendGuess = oncePerFrame(() => dispatch(`guess ${values.map(v => v ?? "-").join()}`));

  // setValue sets the i-th value and sends the guess.
  function setValue(i, value) {
    const step = ask.step || 1;
    values[i] = Math.max(ask.min, Math.min(ask.max, Math.round(value / step) * step));
    updateFields();
    sendGuess();
  }

  // updateFields shows the values. The field that is being typed in keeps its text, or rounded numbers would break into it;
  // not where somebody else has set the values.
  function updateFields(bySomebodyElse = false) {
    inputs.forEach((same, i) => {
      for (const input of same) {
        if (bySomebodyElse || input !== document.activeElement) input.value = values[i] ?? (input.type === "range" ? (ask.min + ask.max) / 2 : "");
        setAttr(input, "data-placed", values[i] !== null ? "" : null);
        input.disabled = fixed;
      }
    });
    setText(output, ask.valueText || (values.length === 1 && values[0] !== null ? formatNumber(values[0]) : ""));
    if (ask.kind === "line" && !ask.revealed && !fixed) sketch.draw(ask, ends, values, setValue);
    else sketch.erase();
  }

  function createInput(type, i, name) {
    const e = el("input", { type, min: ask.min, max: ask.max, step: ask.step, "aria-label": name });
    on(e, "input", () => { if (e.value !== "") setValue(i, e.valueAsNumber); });
    return e;
  }

  // createFields makes the fields of a question: a slider and a number, or a number for each month of the line.
  function createFields() {
    const months = ask.months ?? [];
    values = Array(months.length || 1).fill(null);
    inputs = months.length ? months.map((m, i) => [createInput("number", i, m.text)]) : [[createInput("range", 0, ask.label), createInput("number", 0, ask.label)]];
    const reveal = el("button", { type: "button", textContent: say("control.reveal") }), skip = el("button", { type: "button", textContent: say("control.skip") });
    on(reveal, "click", () => dispatch("reveal"));
    on(skip, "click", () => dispatch("skip"));
    const byMonth = () => el("details", {}, el("summary", { textContent: say("control.guess.months") }),
      el("div", { className: "months" }, ...months.map((m, i) => el("label", {}, el("span", { textContent: m.text }), ...inputs[i]))));
    fields.replaceChildren(
      el("p", { className: "row" }, el("span", { textContent: ask.label }), output),
      ask.hint ? el("p", { className: "hint", textContent: ask.hint }) : "",
      months.length ? "" : el("div", { className: "row" }, ...inputs[0]),
      el("div", { className: "row" }, reveal, skip, months.length ? byMonth() : ""),
    );
  }

  return frame => {
    ask = frame.ask;
    playing = frame.playing;
    fixed = !!frame.fixed;
    if (!ask) {
      sketch.erase();
      return;
    }
    if (chapter !== frame.chapter) {
      chapter = frame.chapter;
      createFields();
    }
    ends = ask.months ? monthEnds(frame.axis, ask.months.length) : [];
    fields.hidden = ask.revealed;
    setHTML(answer, ask.revealed ? ask.answerHTML : "");
    const waiting = frame.waiting?.[`guess-${chapter}`]?.split(",").map(v => v === "-" ? null : Number(v)), told = ask.values.length ? ask.values : waiting ?? [];
    const placed = values.map((_, i) => told[i] ?? null), isOwn = sendGuess.isLate() || String(placed) === String(values);
    if (!isOwn) values = placed;
    updateFields(!isOwn);
  };
}

// monthEnds are the last n ends on an axis that ticks the start of every month: figures stand at months' ends.
const monthEnds = (axis, n) => [...axis.ticks.slice(1).map(t => t.x), axis.x1].slice(-n);
