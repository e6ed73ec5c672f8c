// The keys that presenters know, for both windows. An act that is missing leaves its key alone.
import { keyName } from "./key-name.js";

const actions = {
  " ": "forward", Enter: "forward", ArrowRight: "along", ArrowDown: "forward", PageDown: "forward", n: "forward",
  ArrowLeft: "against", ArrowUp: "back", PageUp: "back", p: "back", Backspace: "back",
  Home: "first", End: "last", b: "blank", ".": "blank", f: "fullscreen", F5: "fullscreen", s: "speaker", o: "overview", g: "ask",
  "?": "help", Escape: "escape", l: "laserOn", a: "add", u: "drop", r: "reveal",
  q: "code", d: "board",
};

// clickerActions are the acts that a clicker asks for: no card and no help is in their way.
const clickerActions = ["forward", "back", "blank"];

// scrolls tells whether a box has more to show in an arrow's direction.
const scrolls = (box, key) => key === "ArrowDown" ? box.scrollTop + box.clientHeight < box.scrollHeight - 1 : key === "ArrowUp" && box.scrollTop > 0;

// connectKeys calls acts by name. typed shows the number that is being typed, or "" when it is done with. leave closes
// the card or the help that has the focus.
/** @param {Record<string, () => void>} acts @param {{go: (number: string) => void, typed: (digits: string) => void, leave?: (box: Element) => void}} options */
export function connectKeys(acts, { go, typed, leave }) {
  const rtl = document.documentElement.dir === "rtl";
  let digits = "", timer;
  const type = text => {
    digits = text;
    typed(digits);
    clearTimeout(timer);
    if (digits) timer = setTimeout(type, 4000, "");
  };

  // typeDigit takes the keys of a step's number; it answers whether this was one.
  function typeDigit(key) {
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
    const name = actions[key];
    if (name === "along") return rtl ? "back" : "forward";
    if (name === "against") return rtl ? "forward" : "back";
    return name;
  }

  addEventListener("keydown", event => {
    const target = /** @type {Element} */ (event.target), key = keyName(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest?.("input, select, textarea")) return;
    if ((key === " " || key === "Enter") && target.closest?.("button, summary, a")) return;
    const name = nameOf(event, key);
    const box = target.closest?.("dialog, #card") ?? document.querySelector("dialog[open]"); // which may have lost the focus
    if (box) {
      if (!leave || !box.matches("#card, #help") || !clickerActions.includes(name) || scrolls(box, key)) return;
      leave(box);
    } else if (typeDigit(key)) {
      event.preventDefault();
      return;
    }
    if (!acts[name] || name === "laserOn" && event.repeat) return;
    event.preventDefault();
    acts[name]();
  });
  addEventListener("keyup", event => {
    if (keyName(event) === "l") acts.laserOff?.();
  });
  addEventListener("blur", () => acts.laserOff?.());
  addEventListener("close", event => { // of a dialog, whose element keeps the focus for a moment
    const dialog = /** @type {HTMLDialogElement} */ (event.target);
    if (!dialog.open && dialog.contains(document.activeElement)) document.activeElement.blur();
  }, true);
  // What was clicked does not keep the keys, or the next one would be its own and not the deck's.
  addEventListener("pointerup", () => setTimeout(() => {
    const at = document.activeElement;
    if (at?.matches("button, a, [role=slider], input[type=range]") && !at.closest("dialog, #card")) at.blur();
  }));
}
