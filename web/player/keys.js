// Keys of the player, while the focus is in its document. Keys with modifiers, and keys in fields, are left alone.
import { $, on } from "./dom.js";
import { send } from "./command.js";
import { toggleFullscreen } from "./fullscreen.js";
import { extras } from "./lazy.js";

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
  "?": () => extras(m => m.help()),
};

// The arrow that points along the reading direction goes on.
const ahead = (ltr, rtl) => document.documentElement.dir === "rtl" ? rtl : ltr;

on(document, "keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at.closest("input, select, textarea, dialog, #card") || at.isContentEditable) return;
  if (event.key === " " && at.closest("button, summary, a")) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// Among the places on the stage, arrows move from one to the next: one tab stop for all of them.
on($("hots"), "keydown", event => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const hots = [...event.currentTarget.children];
  const next = hots[hots.indexOf(event.target) + by];
  if (next) next.focus();
});
on($("hots"), "focusin", event => {
  for (const hot of event.currentTarget.querySelectorAll("[tabindex='0']")) hot.tabIndex = -1;
  event.target.tabIndex = 0;
});
