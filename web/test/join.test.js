import { test } from "node:test";
import assert from "node:assert/strict";
import { createFrameJoiner } from "../player/engine/join.js";

const join = (...texts) => { const joiner = createFrameJoiner(); return texts.map(change => joiner(JSON.stringify(change))); };

test("what has not changed is the very object of the Frame before", () => {
  const [first, second] = join({ title: "a", labels: [{ id: "x" }], axis: { index: 1, last: 9 } }, { title: "b" });
  assert.equal(second.title, "b");
  assert.equal(second.labels, first.labels);
  assert.equal(second.axis, first.axis);
});

test("the axis is told by its changed parts", () => {
  const [, second] = join({ axis: { index: 1, last: 9 } }, { axis: { index: 2 } });
  assert.deepEqual(second.axis, { index: 2, last: 9 });
});

test("a number in a list stands for the entry of the Frame before", () => {
  for (const list of ["labels", "hots"]) {
    const [first, second] = join({ [list]: [{ id: "x" }, { id: "y" }] }, { [list]: [1, { id: "z" }, 0] });
    assert.deepEqual(second[list].map(entry => entry.id), ["y", "z", "x"]);
    assert.equal(second[list][0], first[list][1]);
  }
});

test("a question and an exercise that are over leave nothing", () => {
  const frames = join({ title: "a", ask: { kind: "value" }, suppose: { share: 1 } }, { ask: null, suppose: null }, { title: "b" });
  assert.deepEqual(frames[1], { title: "a" });
  assert.deepEqual(frames[2], { title: "b" });
  assert.deepEqual(frames[0], { title: "a", ask: { kind: "value" }, suppose: { share: 1 } }, "a Frame that was given stays as it was");
});
