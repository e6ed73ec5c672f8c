// What is fetched only when it is first wanted: cards, guesses, the exercise, exploring, help.
import { $, attr, el, framed, html, number, on, root, style, text } from "./dom.js";
import { config, say } from "./config.js";
import { send } from "./command.js";
import { watchers } from "./show.js";

// kit is what both need: modules fetched later import nothing of this bundle, so that the bundler makes no third file
// for the first response to wait for.
export const kit = { $, attr, el, framed, html, number, on, root, style, text, config, say, send };

let extra;

export const loaded = () => !!extra;

// extras runs something of extras.js.
export async function extras(run) {
  try {
    extra ??= (await import("./extras.js")).make(kit, watchers);
    run(extra);
  } catch (fault) {
    console.warn(`opencases: ${fault.message}`);
  }
}
