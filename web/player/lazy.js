// What is fetched only when it is first wanted: cards, guesses, the exercise, exploring, help.
import { $, attr, el, framed, html, number, on, root, style, text } from "./dom.js";
import { config, say } from "./config.js";
import { send } from "./command.js";
import { watchers } from "./show.js";

// kit is what both need: modules fetched later import nothing of this bundle, so that the bundler makes no third file
// for the first response to wait for.
export const kit = { $, attr, el, framed, html, number, on, root, style, text, config, say, send };

let extra, coming;

export const loaded = () => !!extra;

// extras runs something of extras.js. It is made once, however many ask for it while it is on its way.
export async function extras(run) {
  try {
    coming ??= import("./extras.js").then(module => extra = module.make(kit, watchers));
    run(await coming);
  } catch (fault) {
    if (!extra) coming = null;
    console.warn(`opencases: ${fault.message}`);
  }
}
