// The page around the player, and what the address asks of its look, are for host.js. Messages that come before it wait.
import { on } from "./dom.js";
import { search } from "./config.js";
import { obey, overhear } from "./command.js";
import { kit } from "./lazy.js";
import { place } from "./player.js";
import { watchers } from "./show.js";

export function attend() {
  if (window === window.parent && !/[?&](accent|ground|font|controls|caption|guess|numerals|autoplay|height|theme)=/.test(search)) return;
  const early = [];
  on(window, "message", event => early.push(event));
  import("./host.js").then(m => m.host({ ...kit, search, early, obey, overhear, watchers, place: () => place }));
}
