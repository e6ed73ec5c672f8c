import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { addMonths, applyCommand, canonicalQuery, isStateParameter, printState, readState, splitByStill } from "../player/core/state.js";
import { transitions } from "./transitions.js";
import { verbs } from "../player/host/vocabulary.js";

const read = name => readFileSync(new URL(name, import.meta.url), "utf8");
const { chapters } = JSON.parse(read("story.json"));
const story = { chapters, asking: true };
const at = query => readState(query, story, { chapter: "cover", beat: 0 });

test("every command changes the State at every beat as the story in Go does", () => {
  const want = read("transitions.txt").split("\n"), got = transitions().split("\n");
  assert.equal(got.length, want.length, "node web/test/transitions.js > web/test/transitions.txt, then go test ./internal/story");
  got.forEach((line, i) => assert.equal(line, want[i]));
});

test("every verb that a still can answer is tried", () => {
  const tried = new Set(read("transitions.txt").trim().split("\n").map(line => line.split("\t")[1]).filter(command => !command.includes("|")).map(command => command.split(" ")[0]));
  assert.deepEqual([...tried].sort(), verbs.filter(verb => verb !== "lang").sort());
});

test("a query is read and printed in the order in which Go prints it", () => {
  const query = "chapter=gap&beat=2&view=after&month=2017-05&only=open&select=a/b&suppose=0.3&guess-gap=1,-,2&revealed=cases,gap&speed=2";
  const shuffled = query.split("&").reverse().join("&");
  assert.equal(printState(at(shuffled), story), query);
});

test("a query opens at the chapter that it names, or where the document stands", () => {
  for (const [query, asking, want] of [
    ["", true, "cover 0"], ["chapter=gap", true, "gap 0"], ["chapter=gap", false, "gap 1"], ["chapter=gap&beat=1", false, "gap 1"],
    ["chapter=gap&beat=3", true, "gap 2"], ["chapter=gap&beat=99", true, "gap 0"], ["chapter=nowhere&beat=1", true, "cover 0"], ["beat=two", true, "cover 0"],
  ]) {
    const { chapter, beat } = readState(query, { chapters, asking }, { chapter: "cover", beat: 0 });
    assert.equal(`${chapter} ${beat}`, want, query);
  }
});

test("what is not a State's own is passed over, and what is badly formed goes to the engine, which judges it", () => {
  assert.deepEqual(at("month=2017-05&theme=dark&mine=1").params, { month: "2017-05" });
  assert.equal(printState(at("view=<b>%26x=1"), story), "chapter=cover&beat=1&view=%3Cb%3E%26x%3D1");
  const still = /** @type {any} */ ({ chapter: "gap", view: "gap" });
  assert.deepEqual(splitByStill(still, at("select=javascript:alert(1)&speed=Infinity")).exact, {});
  assert.deepEqual(splitByStill(still, at("select=a/b&speed=2")).exact, { select: "a/b", speed: "2" });
  assert.ok(isStateParameter("guess-gap") && !isStateParameter("theme") && !isStateParameter("guess"));
});

test("a command changes a new State and leaves the old one", () => {
  const before = at("chapter=gap&beat=2&select=a/b"), copy = structuredClone(before);
  for (const command of ["next", "seek 2017-03", "close", "view after", "restart"]) applyCommand(before, command, story);
  assert.deepEqual(before, copy);
});

test("a value that is the usual one is not written", () => {
  for (const command of ["speed 1", "only all", "suppose rate", "theme auto", "close"]) assert.deepEqual(/** @type {State} */ (applyCommand(at(""), command, story)).params, {}, command);
});

test("a still shows what it agrees with, the rest waits for the engine", () => {
  const still = /** @type {Still} */ ({ chapter: "gap", view: "gap", ask: {} });
  const state = { ...at("chapter=gap&month=2017-05&select=a/b&guess-gap=1&guess-cases=2&view=gap"), play: /** @type {"play"} */ ("play") };
  assert.deepEqual(splitByStill(still, state), {
    exact: { select: "a/b", "guess-cases": "2", view: "gap" }, waiting: { play: "play", month: "2017-05", "guess-gap": "1" },
  });
  assert.deepEqual(splitByStill(/** @type {Still} */ ({ chapter: "if", view: "if" }), at("chapter=if&suppose=0.3&view=gap")).waiting, { suppose: "0.3", view: "gap" });
  assert.deepEqual(splitByStill(/** @type {Still} */ ({ chapter: "gap", view: "gap" }), at("chapter=gap&suppose=0.3")).exact, { suppose: "0.3" });
});

test("the query of a still takes the State's own parameters in their places", () => {
  assert.equal(canonicalQuery("chapter=gap&beat=2", { speed: "2", view: "after" }, { chapters, asking: false }), "chapter=gap&beat=2&view=after&speed=2&guess=off");
});

test("months are counted over years", () => {
  for (const [month, by, want] of [["2017-11", 2, "2018-01"], ["2017-01", -1, "2016-12"], ["2017-05", 0, "2017-05"], ["2016-10", -240, "1996-10"]]) assert.equal(addMonths(String(month), Number(by)), want);
});
