import { test } from "node:test";
import assert from "node:assert/strict";

/** FakeElement is as much of one as the fields of a poll touch. */
class FakeElement {
  constructor(props = {}) { Object.assign(this, { value: "", attributes: {}, listeners: {}, after: [] }, props); }
  setAttribute(name, value) { this.attributes[name] = value; }
  addEventListener(type, listener) { this.listeners[type] = listener; }
  fire(type) { this.listeners[type]({}); }
  get valueAsNumber() { return Number(this.value); }
}

const made = [];
Object.assign(globalThis, {
  window: globalThis, requestAnimationFrame: () => 0, matchMedia: () => ({ matches: false }),
  document: {
    documentElement: { lang: "en" }, getElementById: () => null,
    createElement() { made.push(new FakeElement()); return made.at(-1); },
    querySelector: () => ({ textContent: "How many cases?" }),
  },
});
const { enhanceFields } = await import("../poll/fields.js");

/** ask gives the number's field and the slider that is put beside it. */
function ask(props) {
  const beside = [], field = new FakeElement({ min: "0", max: "1000", parentElement: { after: e => beside.push(e) }, ...props });
  enhanceFields({ querySelector: selector => selector === "#value" ? field : null });
  return { field, slider: beside[0] };
}

test("a number has a slider beside it with the same ends and the question's name", () => {
  const { slider } = ask();
  assert.deepEqual([slider.type, slider.min, slider.max, slider.attributes["aria-label"]], ["range", "0", "1000", "How many cases?"]);
});

test("the slider begins in the middle, or where an answer stands", () => {
  assert.equal(ask().slider.value, 500);
  assert.equal(ask({ value: "400" }).slider.value, "400");
});

test("slider and number follow each other, and an empty number leaves the slider", () => {
  const { field, slider } = ask();
  slider.value = "300";
  slider.fire("input");
  assert.equal(field.value, "300");
  field.value = "20";
  field.fire("input");
  assert.equal(slider.value, "20");
  field.value = "";
  field.fire("input");
  assert.equal(slider.value, "20");
});

test("a question without fields is left as it is", () => {
  enhanceFields({ querySelector: () => null });
});
