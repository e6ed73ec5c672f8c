// What presenter and speaker can do to a session: the same in both windows, so that either may lead.
import { same } from "./deck.js";

export function ways(deck, session) {
  const go = place => {
    if (!place || same(place, session.state.at)) return;
    session.change({ at: place, ...starting() });
  };
  // The clock starts with the first step taken.
  const starting = () => session.state.began || session.state.held !== null ? {} : { began: Date.now() };
  // A dark screen comes back before anything else happens behind it.
  const lit = act => () => session.state.blank ? session.change({ blank: false }) : act();
  return {
    go,
    forward: lit(() => go(deck.forward(session.state.at))),
    back: lit(() => go(deck.back(session.state.at))),
    first: lit(() => go(deck.first)),
    last: lit(() => go(deck.end)),
    blank: () => session.change({ blank: !session.state.blank }),
    light: () => session.state.blank && (session.change({ blank: false }), true),
  };
}
