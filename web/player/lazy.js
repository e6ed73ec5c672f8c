// What is fetched only when it is first wanted: cards, guesses, the exercise, exploring, help.
import { $, attr, el, framed, html, number, on, style, text } from "./dom.js";
import { config, say } from "./config.js";
import { send } from "./command.js";

let extra;

export const loaded = () => !!extra;

// extras runs something of extras.js. That module imports nothing of this bundle: what both need is handed to it, so
// that the bundler makes no third file for the first response to wait for.
export async function extras(run) {
  try {
    extra ??= (await import("./extras.js")).make({ $, attr, el, framed, html, number, on, style, text, config, say, send });
    run(extra);
  } catch (fault) {
    console.warn(`opencases: ${fault.message}`);
  }
}
