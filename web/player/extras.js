// Fetched when first wanted: cards, everything that asks something of the reader, and the dialogs.
import { carding } from "./card.js";
import { exploring } from "./explore.js";
import { guessing } from "./guess.js";
import { parts } from "./parts.js";
import { supposing } from "./suppose.js";

// make takes the helpers and the vocabulary of the first bundle (see lazy.js).
export function make(kit) {
  const { open, part } = parts(kit), card = carding(kit);
  const guess = guessing(kit), suppose = supposing(kit), explore = exploring(kit, part);
  return {
    card,
    help: () => open(kit.$("help")),
    show(frame) {
      guess(frame);
      if (frame.suppose) suppose(frame.suppose);
      if (frame.chapter === "explore") explore(frame);
    },
  };
}
