// The poll along the deck: a step that asks opens its question for the phones, its answer closes it, any other step asks
// nothing. The answers are hidden before the reveal, so that nobody is led by them, and stand beside the record after it.
import { createPoll } from "./poll.js";
import { createPollBoard } from "./poll-board.js";
import { createPollPanel } from "./poll-panel.js";
import { monthEnds } from "./room-guesses.js";

/** @param {{key: string, deck: Deck, session: PresentSession}} presentation */
export function connectPollSteps({ key, deck, session }) {
  const open = {};   // by chapter, whether its answers are shown: before the reveal, and after it
  let place = null, drawn = "";
  let kept = {};     // the tally told last, with its question and round: it stands while the next wish is under way
  const board = createPollBoard(), poll = createPoll({ key, changed: show });
  const panel = createPollPanel({ code: poll.code, toggle, again });

  const asks = () => place?.step.builds[0].still.ask;
  const answered = () => place.build.how === "answer";
  const name = () => `${place.step.chapter} ${answered() ? "after" : "before"}`;
  const shown = () => !!asks() && (open[name()] ?? answered());
  const wish = () => asks() ? { question: place.step.chapter, revealed: answered(), shown: shown(), again: false } : { question: "", revealed: false, shown: false, again: false };

  // arrive is called with every build that is shown.
  function arrive(at) {
    place = at;
    panel.close();
    poll.setQuestion(wish());
    show();
  }

  function toggle() {
    if (!asks() || !poll.known.state?.answered) return;
    open[name()] = !shown();
    poll.setQuestion(wish());
    show();
  }

  function again() {
    if (!asks() || answered()) return;
    open[name()] = false;
    poll.setQuestion({ ...wish(), again: true });
  }

  function show() {
    if (!place) return;
    const { known } = poll, { state } = known, ask = asks();
    const mine = ask && state?.question === place.step.chapter ? state : null;
    const view = { asks: !!ask, answered: !!ask && answered(), shown: shown(), lines: ask?.kind === "line" };
    panel.show(mine || !state ? known : { ...known, state: { ...state, answered: 0, closed: false, tally: null } }, view);
    // Drawn anew only when it has changed: an engine frame must not find it flickering.
    if (mine?.tally) kept = mine;
    const last = mine && kept.question === mine.question && kept.round === mine.round ? kept.tally : null;
    const tally = view.shown && known.trouble !== "ended" ? last : null, print = JSON.stringify([name(), tally]);
    if (print !== drawn) {
      drawn = print;
      if (tally) board.show(tally, { ask, found: answered() ? deck.asks[place.step.chapter] ?? [] : [], ends: ask.kind === "line" ? monthEnds(place.step, ask) : [] });
      else board.clear();
    }
    tellSpeaker();
  }

  // The speaker's window gets the counts, and may show and hide the answers as this one does.
  const tellSpeaker = () => session.broadcast("poll", { asks: !!asks(), shown: shown(), trouble: poll.known.trouble, answered: poll.known.state?.answered ?? 0, phones: poll.known.state?.phones ?? 0, address: poll.known.state?.address ?? "" });
  session.onMessage("hello", tellSpeaker);
  session.onMessage("poll-toggle", toggle);

  return { arrive, toggle, enlarge: panel.enlarge };
}
