import { test } from "node:test";
import assert from "node:assert/strict";
import { validateCommand, verbs } from "../player/host/vocabulary.js";

const config = { chapters: [{ name: "gap", title: "", beats: 4 }] }, $ = () => ({ children: [{ dataset: { view: "gap" } }, { dataset: { view: "after" } }] });
const check = words => validateCommand(words, config, $);

test("a command of the vocabulary is understood", () => {
  for (const words of ["play", "pause", "toggle", "replay", "next", "back", "close", "reveal", "skip", "restart", "chapter gap", "chapter gap 4", "step -2", "step 12",
    "seek 2017-03", "view after", "select assessments/2017-11/open", "guess 12", "guess 1,-,30", "suppose rate", "suppose 0.17", "suppose 1", "only all",
    "speed 0.5", "theme dark", "lang ar", "lang pt-BR"]) assert.equal(check(words), "", words);
});

test("a command that does not fit says what would", () => {
  for (const [words, want] of [
    ["play now", `command play: "now" does not fit; write the word alone`],
    ["chapter nowhere", `command chapter: "nowhere" does not fit; write gap`],
    ["chapter gap 5", `command chapter: "gap 5" does not fit; write a beat from 1 to 4`],
    ["chapter gap 0", `command chapter: "gap 0" does not fit; write a beat from 1 to 4`],
    ["chapter gap 1 2", `command chapter: "gap 1 2" does not fit; write gap`],
    ["view strikes", `command view: "strikes" does not fit; write gap, after`],
    ["seek 2017-13", `command seek: "2017-13" does not fit; write a value of its form`],
    ["seek 2017-03 2018-03", `command seek: "2017-03 2018-03" does not fit; write one value`],
    ["suppose 1.5", `command suppose: "1.5" does not fit; write a value of its form`],
    ["guess 1,,2", `command guess: "1,,2" does not fit; write a value of its form`],
    ["select <b>", `command select: "<b>" does not fit; write a value of its form`],
    ["theme pink", `command theme: "pink" does not fit; write a value of its form`],
    ["seek", `command seek: "" does not fit; write a value of its form`],
    ["dance", `command "dance" is not one of ${verbs.join(", ")}`],
    ["toString", `command "toString" is not one of ${verbs.join(", ")}`],
    ["", `command "" is not one of ${verbs.join(", ")}`],
  ]) assert.equal(check(words), want);
});
