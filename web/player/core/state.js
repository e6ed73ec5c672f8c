// The State of the story (internal/story) for as long as no engine keeps it: what a command changes in it, and its
// parameters in the address. Pure: no document, no requests.
//
// A State is {chapter, beat, params, play}. beat counts from 0; params holds the address's other parameters of the State,
// only those that differ from what a beat opens with; play is "play" or "replay" once it is to play, else "".

const moving = ["view", "month", "only", "select"]; // what a step takes back
const rest = ["revealed", "speed", "lang", "theme", "controls", "guess"];
const usual = { only: "all", suppose: "rate", speed: "1", theme: "auto", controls: "full", guess: "on" };

// parameters lists the names of a State's parameters in the order in which Go prints them (internal/story/query.go).
const parameters = chapters => ["chapter", "beat", ...moving, "suppose", ...chapters.filter(c => c.asks).map(c => `guess-${c.name}`), ...rest];

// isState tells the State's own parameters from those of the player's look.
export const isState = name => /^(chapter|beat|view|month|only|select|suppose|speed|revealed|guess-.*)$/.test(name);

const only = (params, keep) => Object.fromEntries(Object.entries(params).filter(([name]) => keep(name)));
const without = (params, names) => only(params, name => !names.includes(name));
const setting = (params, name, value) => value === (usual[name] ?? "") ? without(params, [name]) : { ...params, [name]: value };

// first is the beat that a chapter opens with: where nothing is asked, the beats that ask are passed over.
const first = (chapter, asking) => asking || !chapter.asks ? 0 : 1;

// read gives the State that a query names, over the chapter and beat of a document.
export function read(query, { chapters, asking }, { chapter, beat }) {
  const params = Object.fromEntries([...new URLSearchParams(query)].filter(([name, value]) => isState(name) && /^[\w.:@,/-]+$/.test(value)));
  const named = chapters.find(c => c.name === params.chapter), to = named ?? chapters.find(c => c.name === chapter);
  const n = /^\d{1,2}$/.test(params.beat) ? Number(params.beat) - 1 : -1;
  if (n >= 0 && n < to.beats) beat = Math.max(n, first(to, asking));
  else if (named) beat = first(to, asking);
  return { chapter: to.name, beat, params: without(params, ["chapter", "beat"]), play: "" };
}

// print gives a State as a query that the engine reads.
export const print = ({ chapter, beat, params }, { chapters, asking }) => join({ chapter, beat: beat + 1, ...params, ...!asking && { guess: "off" } }, chapters);

// address gives the canonical query of a State whose beat, by itself, has the query that Go made.
export const address = (query, params, { chapters, asking }) => join({ ...Object.fromEntries(new URLSearchParams(query)), ...params, ...!asking && { guess: "off" } }, chapters);

const join = (values, chapters) => parameters(chapters).filter(name => name in values).map(name => `${name}=${values[name]}`).join("&");

// answered says that the answer of a State's chapter has been shown.
export const answered = ({ chapter, params }) => (params.revealed ?? "").split(",").includes(chapter);

// shownBy splits a State's params by what a still shows of it: exact is all that the still's picture agrees with, waiting
// what only an engine can show.
export function shownBy(still, { params, play }) {
  const exact = {}, waiting = play && { play } || {};
  for (const [name, value] of Object.entries(params)) {
    const only = name === "view" ? still.view !== value : name === "month" || name === "only" ||
      name === "suppose" && still.view === "if" || still.ask && name === `guess-${still.chapter}`;
    (only ? waiting : exact)[name] = value;
  }
  return { exact, waiting };
}

// stand is a State at rest at a beat, as it is written: what a step takes back is gone.
const stand = ({ params }, chapter, beat, play = "") => ({ chapter: chapter.name, beat, params: without(params, moving), play });

const open = (state, { asking }, here) => asking && here.asks && state.beat === 0 && !answered(state);

// changes are what the commands change, by their verbs. Each takes the State, {chapters, asking, month}, the chapter the State
// is in, its index, and the command's words; it gives a State, or a text that says what is wrong.
const changes = {
  play: state => set(state, "select", "", state.play || "play"),
  replay: state => set(state, "select", "", "replay"),
  toggle: state => changes.play(state), // a still is at rest
  pause: state => ({ ...state, play: "" }),
  next(state, { chapters, asking }, here, i) {
    const play = state.play && "play";
    if (state.beat + 1 < here.beats) return stand(state, here, state.beat + 1, play);
    return chapters[i + 1] ? stand(state, chapters[i + 1], first(chapters[i + 1], asking), play) : state;
  },
  back(state, { chapters, asking }, here, i) {
    if (state.beat > first(here, asking)) return stand(state, here, state.beat - 1);
    return i > 0 ? stand(state, chapters[i - 1], chapters[i - 1].beats - 1) : state;
  },
  chapter(state, { chapters, asking }, here, i, name, beat = 1) {
    const to = chapters.find(c => c.name === name);
    return stand(state, to, Math.max(first(to, asking), beat - 1));
  },
  restart: (state, { chapters }) => ({ ...stand(state, chapters[0], 0), params: only(state.params, name => /^(speed|theme)$/.test(name)) }),
  skip: (state, story, here, i) => open(state, story, here) ? changes.next(state, story, here, i) : "command skip: no question is open; next goes on",
  seek: (state, story, here, i, month) => set(state, "month", month),
  step(state, { month }, here, i, by) {
    const from = state.params.month ?? month; // there is none before the first picture
    return from ? set(state, "month", after(from, Number(by))) : "command step: there is no timeline yet";
  },
  view: (state, story, here, i, view) => ({ ...set(set(state, "view", view), "select", ""), beat: open(state, story, here) ? state.beat + 1 : state.beat }),
  only: (state, story, here, i, series) => set(state, "only", series, state.play),
  select: (state, story, here, i, ref) => set(state, "select", ref),
  close: state => set(state, "select", "", state.play),
  speed: (state, story, here, i, speed) => set(state, "speed", speed, state.play),
  theme: (state, story, here, i, theme) => set(state, "theme", theme, state.play),
  suppose: (state, story, here, i, share) => set(state, "suppose", share),
  guess: (state, story, here, i, values) => open(state, story, here) ? set(state, `guess-${here.name}`, values)
    : "command guess: no question is open; guess before the answer is shown, in a beat that asks",
  reveal(state, { chapters, asking }, here) {
    if (!asking || !here.asks || state.beat) return "command reveal: no question is asked; reveal belongs to a beat that asks";
    const shown = chapters.filter(c => c === here || answered({ chapter: c.name, params: state.params }));
    return set(state, "revealed", shown.map(c => c.name).join(), state.play);
  },
};

// set gives a State with another value of a parameter; "" or the usual value takes it out.
const set = (state, name, value, play = "") => ({ ...state, params: setting(state.params, name, value), play });

// apply gives the State after a command, or a text that says what is wrong with it.
export function apply(state, words, story) {
  const [verb, ...values] = words.split(" "), i = story.chapters.findIndex(c => c.name === state.chapter);
  return changes[verb](state, story, story.chapters[i], i, ...values);
}

// after is the month some months after another: "2017-11" and 2 give "2018-01".
export function after(month, by) {
  const [y, m] = month.split("-"), n = y * 12 + (m - 1) + by;
  return `${Math.floor(n / 12)}-${String(n % 12 + 1).padStart(2, "0")}`;
}
