// What player and presenter share beside what is shown: cards, the points of the stage, announcements, the site's copy for
// use without a network.
import { announcing } from "./controls/announce.js";
import { card } from "./controls/card.js";
import { config } from "./core/config.js";
import { pointing } from "./controls/stage-points.js";
import { register } from "./core/register.js";
import { watchers } from "./show.js";

export function wire() {
  if (!config.inside) register(`${config.page}../`);
  pointing();
  watchers.push(announcing(), (before, frame) => card.follow(frame.selected));
}
