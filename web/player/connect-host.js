// The page around the player, and what the address asks of its look, are for host.js. Messages that come before it wait.
import { $, attr, el, on, root } from "./core/dom.js";
import { config, say, search } from "./core/config.js";
import { obey, overhear } from "./core/command.js";
import { part } from "./controls/dialogs.js";
import { place } from "./core/session.js";
import { isState } from "./core/state.js";
import { watchers } from "./show.js";

export function attend(early) {
  if (window === window.parent && !/[?&](accent|ground|font|controls|caption|guess|numerals|autoplay|height|theme)\b/.test(search)) return;
  // host.js is handed what it shares with this bundle, so that the bundler makes no third file for both to wait for.
  import("./host/host.js").then(m => m.host({ $, attr, el, on, root, config, part, say, search, early, obey, overhear, watchers, place, at }));
}

// at gives the parameters of an address with the State of now. v names the document that they were for.
function at(params) {
  const state = new URLSearchParams(place().query);
  state.delete("guess"); // a setting: params has it
  for (const [name, value] of params) if (!isState(name) && name !== "v") state.set(name, value);
  return state;
}
