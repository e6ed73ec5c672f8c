// What player and presenter share beside what is shown: cards, the points of the stage, announcements, the site's copy for
// use without a network.
import { createAnnouncer } from "./controls/announce.js";
import { card } from "./controls/card.js";
import { config } from "./core/config.js";
import { connectStagePoints } from "./controls/stage-points.js";
import { registerWorker } from "./core/register.js";
import { frameListeners } from "./show.js";

export function connectControls() {
  if (!config.inside) registerWorker(`${config.page}../`);
  connectStagePoints();
  frameListeners.push(createAnnouncer(), (before, frame) => card.follow(frame.selected));
}
