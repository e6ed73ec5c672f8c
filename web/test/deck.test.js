import { test } from "node:test";
import assert from "node:assert/strict";
import { createDeck, samePlace } from "../present/deck.js";
import { createNavigation } from "../present/navigation.js";

const builds = n => Array.from({ length: n }, () => ({ how: "stand", still: {} }));
const data = () => /** @type {any} */ ({ id: "x", asks: {}, steps: [{ share: .25, builds: builds(1) }, { share: .5, builds: builds(3) }, { share: .25, builds: builds(1) }] });
const deck = createDeck(data());

test("forward goes through every build of every step, and back the same way", () => {
  const way = [];
  for (let at = deck.first; at; at = deck.forward(at)) way.push(deck.print(at));
  assert.deepEqual(way, ["1", "2", "2.2", "2.3", "3"]);
  const home = [];
  for (let at = deck.end; at; at = deck.back(at)) home.push(deck.print(at));
  assert.deepEqual(home, way.reverse());
});

test("a place is read as it is printed, and nothing else is", () => {
  for (const text of ["1", "2", "2.2", "2.3", "3"]) assert.equal(deck.print(deck.read(text)), text);
  for (const text of ["", "0", "4", "2.4", "1.2", "2.0", "-1", "2.", "two", undefined]) assert.equal(deck.read(text), null, String(text));
});

test("the planned time that has passed on arriving at a step is the share of those before it", () => {
  assert.deepEqual([0, 1, 2].map(deck.passed), [0, .25, .75]);
});

test("another composition brings its pictures into the same deck", () => {
  const turned = createDeck(data()), other = data();
  other.steps[1].builds[2].still = { svg: "upright" };
  turned.redraw(other);
  assert.equal(turned.at({ step: 1, build: 2 }).build.still.svg, "upright");
});

/** navigate gives a navigation, and the State of its session. */
function navigate(state) {
  const session = { state: { at: deck.first, blank: false, began: 0, held: null, ...state }, change(fields) { Object.assign(this.state, fields); } };
  return { session, ...createNavigation(deck, session) };
}

test("a dark screen comes back before anything else happens behind it", () => {
  for (const act of ["forward", "back", "first", "last"]) {
    const it = navigate({ at: { step: 1, build: 1 }, blank: true });
    it[act]();
    assert.deepEqual(it.session.state, { at: { step: 1, build: 1 }, blank: false, began: 0, held: null }, act);
    it[act]();
    assert.ok(!samePlace(it.session.state.at, { step: 1, build: 1 }), act);
  }
});

test("the clock starts with the first step taken, and only then", () => {
  const it = navigate();
  it.back(); // the deck begins here
  assert.equal(it.session.state.began, 0);
  it.forward();
  assert.ok(it.session.state.began > 0);
  it.session.state.began = 5;
  it.forward();
  assert.equal(it.session.state.began, 5);
  const held = navigate({ held: 5000 });
  held.forward();
  assert.equal(held.session.state.began, 0, "a clock that was set and holds does not start by itself");
});

test("unblank answers whether the screen was dark", () => {
  const it = navigate({ blank: true });
  assert.equal(it.unblank(), true);
  assert.equal(it.unblank(), false);
});
