// Keys of the player, while the focus is in its document. Keys with modifiers, and keys in fields, are left alone.
import { on } from "../core/dom.js";
import { dispatch } from "../core/command.js";
import { toggleFullscreen } from "./fullscreen.js";
import { openHelp } from "./dialogs.js";

const keys = {
  " ": () => dispatch("toggle"),
  ArrowRight: () => dispatch(byDirection("next", "back")),
  ArrowLeft: () => dispatch(byDirection("back", "next")),
  PageDown: () => dispatch("next"),
  PageUp: () => dispatch("back"),
  Home: () => dispatch("restart"),
  End: () => dispatch("chapter explore"),
  f: toggleFullscreen,
  F: toggleFullscreen,
  "?": openHelp,
};

// The arrow that points along the reading direction goes on.
const byDirection = (ltr, rtl) => document.documentElement.dir === "rtl" ? rtl : ltr;

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
