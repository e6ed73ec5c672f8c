// What the windows of a session may say to each other. Whatever has another form is not taken.

const between = (n, least, most) => Number.isFinite(n) && n >= least && n <= most;
const count = (n, most = Number.MAX_SAFE_INTEGER) => Number.isSafeInteger(n) && between(n, 0, most);
const record = it => typeof it === "object" && it !== null && !Array.isArray(it);
const list = (it, most, is) => Array.isArray(it) && it.length <= most && it.every(is);

const most = 60;               // guesses of a question
const time = 8640000000000000; // ms that a Date can hold

// areGuesses tells whether a chapter asks and these are guesses on its scale.
function areGuesses(deck, chapter, guesses) {
  const ask = deck.steps.find(step => step.chapter === chapter && step.builds[0].still.ask)?.builds[0].still.ask;
  const value = ask?.kind === "line" ? v => v === null || between(v, ask.min, ask.max) : v => between(v, ask.min, ask.max);
  return !!ask && list(guesses, most, guess => list(guess, ask.months?.length || 1, value) && guess.length > 0);
}

const validators = {
  hello: body => body === null,
  "poll-toggle": body => body === null,
  laser: body => body === null || list(body, 2, n => between(n, -10, 10)) && body.length === 2,
  poll: body => record(body) && typeof body.asks === "boolean" && typeof body.shown === "boolean" &&
    ["", "lost", "ended"].includes(body.trouble) && count(body.answered) && count(body.phones) && typeof body.address === "string",
  state: (body, deck) => record(body) && count(body.version) && body.version > 0 && typeof body.by === "string" &&
    record(body.at) && count(body.at.step) && count(body.at.build) && !!deck.steps[body.at.step]?.builds[body.at.build] &&
    typeof body.blank === "boolean" && count(body.minutes, 240) && between(body.began, 0, time) &&
    (body.held === null || between(body.held, 0, time)) &&
    record(body.guesses) && Object.entries(body.guesses).every(([chapter, guesses]) => areGuesses(deck, chapter, guesses)),
};

// isValidMessage tells whether a message is one of this deck's and of a form that is known.
/** @type {(message: {kind: string, body: any}, deck: DeckData) => boolean} */
export const isValidMessage = ({ kind, body }, deck) => Object.hasOwn(validators, kind) && validators[kind](body, deck);
