// Wires the player document: what the reader does becomes a command.
import { $, on } from "./dom.js";
import { send } from "./command.js";
import { watch } from "./intent.js";
import { attend } from "./attend.js";
import { extras } from "./lazy.js";
import { begin } from "./player.js";
import { shown } from "./show.js";
import "./fullscreen.js";
import "./keys.js";
import "./menu.js";

const speeds = [1, 2, 4, .5];
const acts = {
  play: () => send("toggle"),
  back: () => send("back"),
  next: () => send("next"),
  restart: () => send("restart"),
  speed: () => send(`speed ${speeds[(speeds.indexOf(shown?.speed ?? 1) + 1) % speeds.length]}`),
  "help-open": () => extras(m => m.help()),
};
for (const [id, act] of Object.entries(acts)) on($(id), "click", event => { if (!event.currentTarget.getAttribute("aria-disabled")) act(); });

watch(begin());
attend();
