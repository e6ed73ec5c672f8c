// The keys that presenters know, for both windows. An act that is missing leaves its key alone.

const names = {
  " ": "forward", Enter: "forward", ArrowRight: "along", ArrowDown: "forward", PageDown: "forward", n: "forward",
  ArrowLeft: "against", ArrowUp: "back", PageUp: "back", p: "back", Backspace: "back",
  Home: "first", End: "last", b: "blank", ".": "blank", f: "full", F5: "full", s: "speaker", o: "overview", g: "ask",
  "?": "help", Escape: "escape", l: "laser", a: "add", u: "drop", r: "reveal",
  q: "code", d: "board",
};

// keying calls acts by name. typed shows the number that is being typed, or "" when it is done with.
export function keying(acts, { go, typed }) {
  const rtl = document.documentElement.dir === "rtl";
  let digits = "", timer;
  const type = text => {
    digits = text;
    typed(digits);
    clearTimeout(timer);
    if (digits) timer = setTimeout(type, 4000, "");
  };
  addEventListener("keydown", event => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest?.("input, select, textarea, dialog, #card")) return;
    if ((key === " " || key === "Enter") && target.closest?.("button, summary, a")) return;
    if (/^\d$/.test(key) || key === "." && digits) {
      event.preventDefault();
      type((digits + key).slice(0, 5));
      return;
    }
    if (digits && (key === "Enter" || key === "Escape" || key === "Backspace")) {
      event.preventDefault();
      const wanted = digits;
      type(key === "Backspace" ? digits.slice(0, -1) : "");
      if (key === "Enter") go(wanted);
      return;
    }
    let name = names[key.length === 1 ? key.toLowerCase() : key];
    if (key === " " && event.shiftKey) name = "back";
    if (name === "along") name = rtl ? "back" : "forward";
    if (name === "against") name = rtl ? "forward" : "back";
    if (name === "laser" && event.repeat) return;
    if (!acts[name]) return;
    event.preventDefault();
    acts[name]();
  });
  addEventListener("keyup", event => {
    if (event.key.toLowerCase() === "l") acts.dark?.();
  });
  addEventListener("blur", () => acts.dark?.());
}
