// Fetched when first wanted: cards, announcements, everything that asks something of the reader, and the dialogs.
import { announcing } from "./announce.js";
import { carding } from "./card.js";
import { exploring } from "./explore.js";
import { guessing } from "./guess.js";
import { parts } from "./parts.js";
import { pointing } from "./points.js";
import { register } from "./register.js";
import { supposing } from "./suppose.js";

// make takes the helpers and the vocabulary of the first bundle (see lazy.js), and the list of what hears of new Frames.
export function make(kit, watchers) {
  if (!kit.config.inside) register(`${kit.config.page}../`);
  pointing(kit);
  watchers.push(announcing(kit));
  const { help, part } = parts(kit), card = carding(kit);
  const guess = guessing(kit), suppose = supposing(kit), explore = exploring(kit, part);
  return {
    card,
    help,
    show(frame) {
      guess(frame);
      if (frame.suppose) suppose(frame.suppose);
      if (frame.chapter === "explore") explore(frame);
    },
  };
}
