// What a page may set of the player's look: accent, ground, font, numerals. Values are read, never passed on: a colour
// becomes three numbers, a font one of a few lists, and whatever would make words or marks hard to see is refused.

import { numerals } from "./numerals.js";

const named = {
  black: "000", white: "fff", gray: "808080", grey: "808080", silver: "c0c0c0", red: "f00", maroon: "800000", green: "008000", lime: "0f0",
  olive: "808000", yellow: "ff0", blue: "00f", navy: "000080", teal: "008080", aqua: "0ff", purple: "800080", fuchsia: "f0f", orange: "ffa500",
};

const stacks = {
  own: "var(--sans)",
  system: "system-ui, sans-serif",
  sans: "sans-serif",
  serif: "serif",
  arial: "Arial, sans-serif",
  helvetica: '"Helvetica Neue", Helvetica, Arial, sans-serif',
  georgia: "Georgia, serif",
  times: '"Times New Roman", Times, serif',
  palatino: 'Palatino, "Palatino Linotype", "Book Antiqua", serif',
};

// What must be seen against the ground, and how clearly (WCAG 2.2, 1.4.3 and 1.4.11).
const words = ["--ink-text", "--ink-quiet", "--words-credible", "--words-open", "--words-rest", "--words-independent"];
const marks = ["--edge", "--ink-strike", "--ink-report", "--ink-credible", "--ink-open", "--ink-rest", "--ink-independent"];

// colour reads #rgb, #rrggbb (the # may be missing) and a few names to [r, g, b], or null.
export function colour(text) {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(named[Object.hasOwn(named, text.toLowerCase()) && text.toLowerCase()] ?? text)?.[1];
  if (!hex) return null;
  const wide = hex.length === 3 ? [...hex].map(c => c + c) : hex.match(/../g);
  return wide.map(pair => parseInt(pair, 16));
}

const light = rgb => {
  const [r, g, b] = rgb.map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};

export function contrast(a, b) {
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
}

export function look({ $, root }, params, complain) {
  const read = name => {
    if (!params.has(name)) return null;
    const rgb = colour(params.get(name).trim());
    if (!rgb) complain(`parameter ${name}: "${params.get(name).slice(0, 40)}" does not fit; write a colour like #1f5f9e`);
    return rgb;
  };
  const ground = read("ground"), accent = read("accent"), plain = matchMedia("(forced-colors: active)");
  const set = (name, rgb) => root.style.setProperty(name, `rgb(${rgb})`);
  const ink = name => colour(getComputedStyle(root).getPropertyValue(name).trim());
  const clear = (rgb, names, least) => names.every(name => { const c = ink(name); return c && contrast(rgb, c) >= least; });
  const seen = rgb => clear(rgb, words, 4.5) && clear(rgb, marks, 3);

  // A ground decides the theme where the page has not: the one whose inks are seen on it.
  function onto() {
    const chosen = params.get("theme"), was = root.dataset.theme;
    for (const theme of ["light", "dark"].includes(chosen) ? [chosen] : ["light", "dark"]) {
      root.dataset.theme = theme;
      if (seen(ground)) return true;
    }
    root.dataset.theme = was;
    complain("parameter ground: words or marks would be hard to see on it; a paler or a darker one is needed");
    return false;
  }

  function colours() {
    for (const name of ["--ink-ground", "--mark"]) root.style.removeProperty(name);
    if (plain.matches) return;
    if (ground && onto()) set("--ink-ground", ground);
    if (!accent) return;
    if (contrast(accent, ink("--ink-ground") ?? ground) >= 3) set("--mark", accent);
    else complain("parameter accent: it would be hard to see on the ground");
  }
  if (ground || accent) {
    colours();
    for (const query of [plain, matchMedia("(prefers-color-scheme: dark)")]) query.addEventListener("change", colours);
  }

  const font = params.get("font");
  if (font !== null) {
    const stack = Object.hasOwn(stacks, font) && stacks[font];
    if (!stack) complain(`parameter font: "${font.slice(0, 40)}" does not fit; write one of ${Object.keys(stacks).join(", ")}`);
    else {
      document.body.style.fontFamily = stack;
      // The words on the stage were laid out by the widths of their own face.
      for (const id of ["labels", "ticks"]) $(id).style.fontFamily = "var(--sans)";
    }
  }
  const forms = { controls: /^(full|minimal|none)$/, guess: /^(on|off)$/, caption: /^(on|off)$/, numerals: /^(auto|latn|arab)$/, height: /^(auto|fit|\d+)$/, theme: /^(auto|light|dark)$/ };
  for (const [name, form] of Object.entries(forms)) {
    if (params.has(name) && !form.test(params.get(name))) complain(`parameter ${name}: "${params.get(name).slice(0, 40)}" does not fit`);
  }
  const digits = params.get("numerals");
  if (digits === "arab" || digits === "latn") numerals(digits, $("player"));
}
