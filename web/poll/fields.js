// What makes the forms of a poll easier with a finger: a slider beside a number, and a line to draw over the picture. The
// fields stay what is sent, so that every answer can be given by keyboard alone.
import { createSketch } from "../player/tasks/sketch.js";

const on = (target, types, listener, options) => {
  for (const type of types.split(" ")) target.addEventListener(type, listener, options);
};

export function enhanceFields(view) {
  const value = view.querySelector("#value"), stage = view.querySelector("#stage");
  if (value) addSlider(value);
  if (stage) addSketch(view, stage);
}

function addSlider(field) {
  const range = document.createElement("input");
  Object.assign(range, { type: "range", min: field.min, max: field.max, step: 1 });
  range.value = field.value || field.max / 2;
  range.setAttribute("aria-label", document.querySelector("label[for=value]").textContent);
  on(range, "input", () => { field.value = range.value; });
  on(field, "input", () => { if (field.value !== "") range.value = field.value; });
  field.parentElement.after(range);
}

function addSketch(view, stage) {
  const fields = [...view.querySelectorAll("fieldset input")], numbers = text => text.split(" ").map(Number);
  const ask = { min: 0, max: Number(stage.dataset.most), plot: numbers(stage.dataset.plot) }, step = Number(stage.dataset.step);
  const ends = numbers(stage.dataset.ends), sketch = createSketch(view.querySelector("#above"));
  const read = () => fields.map(f => f.value === "" || !f.checkValidity() ? null : Number(f.value));
  const draw = () => sketch.draw(ask, ends, read(), (i, v) => {
    fields[i].value = Math.max(0, Math.min(ask.max, Math.round(v / step) * step));
    draw();
  });
  for (const field of fields) on(field, "input", draw);
  on(view.querySelector("#clear"), "click", () => {
    for (const field of fields) field.value = "";
    draw();
  });
  draw();
}
