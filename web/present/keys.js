// The keys that presenters know, for both windows. An act that is missing leaves its key alone.
import { keyName } from "./key-name.js";

const names = {
  " ": "forward", Enter: "forward", ArrowRight: "along", ArrowDown: "forward", PageDown: "forward", n: "forward",
  ArrowLeft: "against", ArrowUp: "back", PageUp: "back", p: "back", Backspace: "back",
  Home: "first", End: "last", b: "blank", ".": "blank", f: "full", F5: "full", s: "speaker", o: "overview", g: "ask",
  "?": "help", Escape: "escape", l: "laser", a: "add", u: "drop", r: "reveal",
  q: "code", d: "board",
};

// leading are the acts that a clicker asks for: no card and no help is in their way.
const leading = ["forward", "back", "blank"];

// scrolls tells whether a box has more to show in an arrow's direction.
const scrolls = (box, key) => key === "ArrowDown" ? box.scrollTop + box.clientHeight < box.scrollHeight - 1 : key === "ArrowUp" && box.scrollTop > 0;

// keying calls acts by name. typed shows the number that is being typed, or "" when it is done with. leave closes the card
// or the help that has the focus.
export function keying(acts, { go, typed, leave }) {
  const rtl = document.documentElement.dir === "rtl";
  let digits = "", timer;
  const type = text => {
    digits = text;
    typed(digits);
    clearTimeout(timer);
    if (digits) timer = setTimeout(type, 4000, "");
  };

  // typing takes the keys of a step's number; it answers whether this was one.
  function typing(key) {
    if (/^\d$/.test(key)) type((digits + key).slice(0, 5));
    else if (!digits) return false;
    else if ([".", ",", "٫"].includes(key)) type(`${digits}.`.slice(0, 5));
    else if (key === "Backspace") type(digits.slice(0, -1));
    else if (key === "Enter" || key === "Escape") {
      const wanted = digits;
      type("");
      if (key === "Enter") go(wanted);
    } else return false;
    return true;
  }

  function nameOf(event, key) {
    if (key === " " && event.shiftKey) return "back";
    const name = names[key];
    if (name === "along") return rtl ? "back" : "forward";
    if (name === "against") return rtl ? "forward" : "back";
    return name;
  }

  addEventListener("keydown", event => {
    const { target } = event, key = keyName(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest?.("input, select, textarea")) return;
    if ((key === " " || key === "Enter") && target.closest?.("button, summary, a")) return;
    const name = nameOf(event, key), box = target.closest?.("dialog, #card");
    if (box) {
      if (!leave || !box.matches("#card, #help") || !leading.includes(name) || scrolls(box, key)) return;
      leave(box);
    } else if (typing(key)) {
      event.preventDefault();
      return;
    }
    if (!acts[name] || name === "laser" && event.repeat) return;
    event.preventDefault();
    acts[name]();
  });
  addEventListener("keyup", event => {
    if (keyName(event) === "l") acts.dark?.();
  });
  addEventListener("blur", () => acts.dark?.());
  addEventListener("close", ({ target }) => { // of a dialog, whose element keeps the focus for a moment
    if (!target.open && target.contains(document.activeElement)) document.activeElement.blur();
  }, true);
  // What was clicked does not keep the keys, or the next one would be its own and not the deck's.
  addEventListener("pointerup", () => setTimeout(() => {
    const at = document.activeElement;
    if (at?.matches("button, a, [role=slider], input[type=range]") && !at.closest("dialog, #card")) at.blur();
  }));
}
