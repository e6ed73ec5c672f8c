// What presenter and speaker can do to a session: the same in both windows, so that either may lead.
import { samePlace } from "./deck.js";

/** @param {Deck} deck @param {PresentSession} session */
export function createNavigation(deck, session) {
  const go = place => {
    if (!place || samePlace(place, session.state.at)) return;
    session.change({ at: place, ...starting() });
  };
  // The clock starts with the first step taken.
  const starting = () => session.state.began || session.state.held !== null ? {} : { began: Date.now() };
  // A dark screen comes back before anything else happens behind it.
  const unblankFirst = act => () => session.state.blank ? session.change({ blank: false }) : act();
  return {
    go,
    forward: unblankFirst(() => go(deck.forward(session.state.at))),
    back: unblankFirst(() => go(deck.back(session.state.at))),
    first: unblankFirst(() => go(deck.first)),
    last: unblankFirst(() => go(deck.end)),
    blank: () => session.change({ blank: !session.state.blank }),
    unblank: () => session.state.blank && (session.change({ blank: false }), true),
  };
}
