// Fetches host.js where there is a page around the player, or where the address asks for another appearance.
import { $, on, root } from "./core/dom.js";
import { config, search } from "./core/config.js";
import { dispatchFromHost, onCommand } from "./core/command.js";
import { position } from "./core/session.js";
import { isStateParameter } from "./core/state.js";
import { frameListeners, shownFrame } from "./show.js";

/** @param {Heard} heard */
export function connectHost(heard) {
  if (window === window.parent && !/[?&](accent|ground|font|controls|caption|guess|numerals|autoplay|height|theme)\b/.test(search)) return;
  // host.js is given what it shares with this bundle, so that the bundler makes no third file that both would wait for.
  import("./host/host.js").then(m => m.connectToHost({ $, on, root, config, search, heard, dispatchFromHost, onCommand, frameListeners, shownFrame: () => shownFrame, position, parametersNow }));
}

// parametersNow gives the parameters of an address with the State of now. v names the document that they were for.
function parametersNow(params) {
  const state = new URLSearchParams(position().query);
  state.delete("guess"); // a setting: params has it
  for (const [name, value] of params) if (!isStateParameter(name) && name !== "v") state.set(name, value);
  return state;
}
