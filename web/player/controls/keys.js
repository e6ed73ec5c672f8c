// Keys of the player, while the focus is in its document. Keys with modifiers, and keys in fields, are left alone.
import { on } from "../core/dom.js";
import { send } from "../core/command.js";
import { toggleFullscreen } from "./fullscreen.js";
import { help } from "./dialogs.js";

const keys = {
  " ": () => send("toggle"),
  ArrowRight: () => send(ahead("next", "back")),
  ArrowLeft: () => send(ahead("back", "next")),
  PageDown: () => send("next"),
  PageUp: () => send("back"),
  Home: () => send("restart"),
  End: () => send("chapter explore"),
  f: toggleFullscreen,
  F: toggleFullscreen,
  "?": help,
};

// The arrow that points along the reading direction goes on.
const ahead = (ltr, rtl) => document.documentElement.dir === "rtl" ? rtl : ltr;

on(document, "keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at.closest("input, select, textarea, dialog, #card") || at.isContentEditable) return;
  if (event.key === " " && at.closest("button, summary, a")) return;
  // Where the layout has no Latin letters, F goes by its place.
  const act = keys[event.key] ?? (event.code === "KeyF" && !/\p{Script=Latin}/u.test(event.key) ? toggleFullscreen : undefined);
  if (!act) return;
  event.preventDefault();
  act();
});
