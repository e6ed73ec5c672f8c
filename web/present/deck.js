// The deck: every step of the story with its builds, and the ways through it. A place is {step, build}, both from 0.

/** @param {string} url */
export async function loadDeck(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return createDeck(await answer.json());
}

// createDeck adds the ways to the deck's data.
/** @param {DeckData} deck */
export function createDeck(deck) {
  const { steps } = deck;
  const last = step => steps[step].builds.length - 1;
  return {
    ...deck,
    // redraw takes the pictures of another composition.
    redraw(other) { steps.splice(0, steps.length, ...other.steps); },
    at: place => ({ step: steps[place.step], build: steps[place.step].builds[place.build] }),
    // forward and back answer null where the deck ends.
    forward({ step, build }) {
      if (build < last(step)) return { step, build: build + 1 };
      return step + 1 < steps.length ? { step: step + 1, build: 0 } : null;
    },
    back({ step, build }) {
      if (build > 0) return { step, build: build - 1 };
      return step > 0 ? { step: step - 1, build: last(step - 1) } : null;
    },
    // ended is the last build of a place's step.
    ended: ({ step }) => ({ step, build: last(step) }),
    first: { step: 0, build: 0 },
    end: { step: steps.length - 1, build: last(steps.length - 1) },
    // read takes "7" or "7.2" as a reader counts, from 1; null for anything that is not there.
    read(text) {
      const found = /^(\d{1,3})(?:\.(\d))?$/.exec(text ?? "");
      if (!found) return null;
      const step = Number(found[1]) - 1, build = Number(found[2] ?? 1) - 1;
      return steps[step]?.builds[build] ? { step, build } : null;
    },
    print: ({ step, build }) => build ? `${step + 1}.${build + 1}` : `${step + 1}`,
    // passed is the share of the whole time that is planned to have passed on arriving at a step.
    passed: step => steps.slice(0, step).reduce((sum, s) => sum + s.share, 0),
  };
}

/** @type {(a: Place, b: Place) => boolean} */
export const samePlace = (a, b) => a.step === b.step && a.build === b.build;
