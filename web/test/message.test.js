import { test } from "node:test";
import assert from "node:assert/strict";
import { isValidMessage } from "../present/message.js";

const ask = { kind: "value", min: 0, max: 1000 };
const deck = /** @type {any} */ ({ steps: [{ chapter: "cases", builds: [{ still: { ask } }] }, { chapter: "gap", builds: [{ still: { ask: { kind: "line", min: 0, max: 9, months: [1, 2] } } }, { still: {} }] }] });
const state = { version: 3, by: "x", at: { step: 1, build: 1 }, blank: false, minutes: 40, began: 0, held: null, guesses: { cases: [[400]], gap: [[1, null]] } };
const valid = (kind, body) => isValidMessage({ kind, body }, deck);

test("what the windows of a session say is taken", () => {
  for (const [kind, body] of [["hello", null], ["poll-toggle", null], ["laser", null], ["laser", [.5, -1]], ["state", state],
    ["poll", { asks: true, shown: false, trouble: "lost", answered: 3, phones: 9, address: "" }]]) assert.ok(valid(kind, body), `${kind} ${JSON.stringify(body)}`);
});

test("whatever has another form is not taken", () => {
  for (const [kind, body] of [["hello", {}], ["toString", null], ["laser", [1]], ["laser", [1, NaN]], ["laser", [1, 99]], ["state", null], ["poll", []],
    ...[{ version: 0 }, { by: 1 }, { at: { step: 2, build: 0 } }, { at: { step: 0, build: 1 } }, { blank: 0 }, { minutes: 241 }, { began: -1 }, { held: undefined },
      { guesses: { cases: [[1001]] } }, { guesses: { cases: [[null]] } }, { guesses: { cases: [[1, 2]] } }, { guesses: { gap: [[1, 10]] } }, { guesses: { nowhere: [[1]] } },
      { guesses: { cases: Array(61).fill([1]) } }].map(wrong => ["state", { ...state, ...wrong }])]) assert.ok(!valid(kind, body), `${kind} ${JSON.stringify(body)}`);
});
