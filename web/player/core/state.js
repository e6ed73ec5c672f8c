// The State of the story (internal/story) for as long as no engine keeps it: what a command changes in it, and its
// parameters in the address. Pure: no document, no requests.
//
// A State is {chapter, beat, params, play}. beat counts from 0; params holds the address's other parameters of the State,
// only those that differ from what a beat opens with; play is "play" or "replay" once it is to play, else "".

const resetByStep = ["view", "month", "only", "select"]; // what a step takes back
const otherParameters = ["revealed", "speed", "lang", "theme", "controls", "guess"];
const defaults = { only: "all", suppose: "rate", speed: "1", theme: "auto", controls: "full", guess: "on" };

// parameterOrder lists the names of a State's parameters in the order in which Go prints them (internal/story/query.go).
const parameterOrder = chapters => ["chapter", "beat", ...resetByStep, "suppose", ...chapters.filter(c => c.asks).map(c => `guess-${c.name}`), ...otherParameters];

// isStateParameter tells the State's own parameters from those of the player's look.
/** @type {(name: string) => boolean} */
export const isStateParameter = name => /^(chapter|beat|view|month|only|select|suppose|speed|revealed|guess-.*)$/.test(name);

const keepParams = (params, keep) => Object.fromEntries(Object.entries(params).filter(([name]) => keep(name)));
const omitParams = (params, names) => keepParams(params, name => !names.includes(name));
const withValue = (params, name, value) => value === (defaults[name] ?? "") ? omitParams(params, [name]) : { ...params, [name]: value };

// openingBeat is the beat that a chapter opens with: where nothing is asked, the beats that ask are passed over.
const openingBeat = (chapter, asking) => asking || !chapter.asks ? 0 : 1;

// readState gives the State that a query names, over the chapter and beat of a document.
/** @param {string | URLSearchParams} query @param {Story} story @param {{chapter: string, beat: number}} opened @returns {State} */
export function readState(query, { chapters, asking }, { chapter, beat }) {
  const params = Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => isStateParameter(name)));
  const named = chapters.find(c => c.name === params.chapter), to = named ?? chapters.find(c => c.name === chapter);
  const n = /^\d{1,2}$/.test(params.beat) ? Number(params.beat) - 1 : -1;
  if (n >= 0 && n < to.beats) beat = Math.max(n, openingBeat(to, asking));
  else if (named) beat = openingBeat(to, asking);
  return { chapter: to.name, beat, params: omitParams(params, ["chapter", "beat"]), play: "" };
}

// printState gives a State as a query that the engine reads.
/** @type {(state: State, story: Story) => string} */
export const printState = ({ chapter, beat, params }, { chapters, asking }) => joinQuery({ chapter, beat: beat + 1, ...params, ...!asking && { guess: "off" } }, chapters);

// canonicalQuery gives the canonical query of a State whose beat, by itself, has the query that Go made.
/** @type {(query: string, params: Record<string, string>, story: Story) => string} */
export const canonicalQuery = (query, params, { chapters, asking }) => joinQuery({ ...Object.fromEntries(new URLSearchParams(query)), ...params, ...!asking && { guess: "off" } }, chapters);

const joinQuery = (values, chapters) => parameterOrder(chapters).filter(name => name in values).map(name => `${name}=${encoded(values[name])}`).join("&");

// encoded leaves what Go prints as it is: no character in that needs it.
const encoded = value => /^[\w.:@,/-]*$/.test(value) ? value : encodeURIComponent(value);

// isAnswered says that the answer of a State's chapter has been shown.
/** @type {(state: Pick<State, "chapter" | "params">) => boolean} */
export const isAnswered = ({ chapter, params }) => (params.revealed ?? "").split(",").includes(chapter);

// What a document can show without the engine, where it has its right form; the engine judges the rest.
const shownAtOnce = { select: /^\w[\w.:@-]*(\/[\w.:@-]+)+$/, speed: /^(\.\d+|[0-4](\.\d+)?)$/ };

// splitByStill splits a State's params by what a still shows of it: exact is all that the still's picture agrees with,
// waiting what only an engine can show or judge.
/** @param {Still} still @param {State} state @returns {{exact: Record<string, string>, waiting: Record<string, string>}} */
export function splitByStill(still, { params, play }) {
  const exact = {}, waiting = play && { play } || {};
  for (const [name, value] of Object.entries(params)) {
    const only = name === "view" ? still.view !== value : name === "month" || name === "only" ||
      name === "suppose" && still.view === "if" || still.ask && name === `guess-${still.chapter}` || shownAtOnce[name]?.test(value) === false;
    (only ? waiting : exact)[name] = value;
  }
  return { exact, waiting };
}

// atRest is a State at rest at a beat, as it is written: what a step takes back is gone.
const atRest = ({ params }, chapter, beat, play = "") => ({ chapter: chapter.name, beat, params: omitParams(params, resetByStep), play });

const isQuestionOpen = (state, { asking }, here) => asking && here.asks && state.beat === 0 && !isAnswered(state);

// monthOf is the month that a State asks for. Where a view's axis ends, and what else a picture has, only the engine knows.
const monthOf = (state, here) => state.params.month ?? here.months[state.beat];

// transitions are what the commands change, by their verbs. Each takes the State, {chapters, asking}, the chapter the State is
// in, its index, and the command's words; it gives a State, or a text that says what is wrong.
const transitions = {
  play: state => setParam(state, "select", "", state.play || "play"),
  replay: state => setParam(state, "select", "", "replay"),
  toggle: state => transitions.play(state), // a still is at rest
  pause: state => ({ ...state, play: "" }),
  next(state, { chapters, asking }, here, i) {
    const play = state.play && "play";
    if (state.beat + 1 < here.beats) return atRest(state, here, state.beat + 1, play);
    return chapters[i + 1] ? atRest(state, chapters[i + 1], openingBeat(chapters[i + 1], asking), play) : state;
  },
  back(state, { chapters, asking }, here, i) {
    if (state.beat > openingBeat(here, asking)) return atRest(state, here, state.beat - 1);
    return i > 0 ? atRest(state, chapters[i - 1], chapters[i - 1].beats - 1) : state;
  },
  chapter(state, { chapters, asking }, here, i, name, beat = 1) {
    const to = chapters.find(c => c.name === name);
    return atRest(state, to, Math.max(openingBeat(to, asking), beat - 1));
  },
  restart: (state, { chapters }) => ({ ...atRest(state, chapters[0], 0), params: keepParams(state.params, name => /^(speed|theme)$/.test(name)) }),
  skip: (state, story, here, i) => isQuestionOpen(state, story, here) ? transitions.next(state, story, here, i) : "command skip: no question is open; next goes on",
  seek: (state, story, here, i, month) => setParam(state, "month", month),
  step: (state, story, here, i, by) => setParam(state, "month", addMonths(monthOf(state, here), Number(by))),
  view(state, story, here, i, view) {
    if (view === (state.params.view ?? here.views[state.beat])) return state;
    const next = setParam(setParam(state, "view", view), "select", "");
    if (!isQuestionOpen(state, story, here)) return next;
    // Who leaves a question for another view has skipped it; the timeline stays where it is.
    return { ...setParam(next, "month", monthOf(state, here)), beat: state.beat + 1 };
  },
  only: (state, story, here, i, series) => setParam(state, "only", series, state.play),
  select: (state, story, here, i, ref) => setParam(state, "select", ref),
  close: state => setParam(state, "select", "", state.play),
  speed: (state, story, here, i, speed) => setParam(state, "speed", speed, state.play),
  theme: (state, story, here, i, theme) => setParam(state, "theme", theme, state.play),
  suppose: (state, story, here, i, share) => setParam(state, "suppose", share),
  guess: (state, story, here, i, values) => isQuestionOpen(state, story, here) ? setParam(state, `guess-${here.name}`, values)
    : "command guess: no question is open; guess before the answer is shown, in a beat that asks",
  reveal(state, { chapters, asking }, here) {
    if (!asking || !here.asks || state.beat) return "command reveal: no question is asked; reveal belongs to a beat that asks";
    const shown = chapters.filter(c => c === here || isAnswered({ chapter: c.name, params: state.params }));
    return setParam(state, "revealed", shown.map(c => c.name).join(), state.play);
  },
};

// setParam gives a State with another value of a parameter; "" or the usual value takes it out.
const setParam = (state, name, value, play = "") => ({ ...state, params: withValue(state.params, name, value), play });

// applyCommand gives the State after a command, or a text that says what is wrong with it.
/** @param {State} state @param {string} words @param {Story} story @returns {State | string} */
export function applyCommand(state, words, story) {
  const [verb, ...values] = words.split(" "), i = story.chapters.findIndex(c => c.name === state.chapter);
  return transitions[verb](state, story, story.chapters[i], i, ...values);
}

// addMonths is the month some months after another: "2017-11" and 2 give "2018-01".
/** @param {string} month @param {number} by @returns {string} */
export function addMonths(month, by) {
  const [y, m] = month.split("-").map(Number), n = y * 12 + (m - 1) + by;
  return `${Math.floor(n / 12)}-${String(n % 12 + 1).padStart(2, "0")}`;
}
