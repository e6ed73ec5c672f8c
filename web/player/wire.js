// What player and presenter share beside what is shown: cards, the points of the stage, announcements, the site's copy for
// use without a network.
import { announcing } from "./announce.js";
import { card } from "./card.js";
import { config } from "./config.js";
import { pointing } from "./points.js";
import { register } from "./register.js";
import { watchers } from "./show.js";

export function wire() {
  if (!config.inside) register(`${config.page}../`);
  pointing();
  watchers.push(announcing(), (before, frame) => card.follow(frame.selected));
}
