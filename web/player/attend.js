// The page around the player, and what the address asks of its look, are for host.js. Messages that come before it wait.
import { $, attr, on, root } from "./dom.js";
import { config, search } from "./config.js";
import { obey, overhear } from "./command.js";
import { place } from "./session.js";
import { isState } from "./state.js";
import { watchers } from "./show.js";

export function attend(early) {
  if (window === window.parent && !/[?&](accent|ground|font|controls|caption|guess|numerals|autoplay|height|theme)\b/.test(search)) return;
  // host.js is handed what it shares with this bundle, so that the bundler makes no third file for both to wait for.
  import("./host.js").then(m => m.host({ $, attr, on, root, config, search, early, obey, overhear, watchers, place, at }));
}

// at gives the parameters of an address with the State of now. v names the document that they were for.
function at(params) {
  const state = new URLSearchParams(place().query);
  state.delete("guess"); // a setting: params has it
  for (const [name, value] of params) if (!isState(name) && name !== "v") state.set(name, value);
  return state;
}
