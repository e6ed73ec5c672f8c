// The appearance that the address asks for: theme, controls, caption, accent, ground, font. Values are read, never
// passed on: a colour becomes three numbers, a font one of a few lists, and what would make words or marks hard to see
// is left out. It is done before the first paint (head.js, head-appearance.js) and again when a page changes it;
// check-parameters.js says what did not fit.
const root = document.documentElement;

export const wordPatterns = { theme: /^(auto|light|dark)$/, controls: /^(full|minimal|none)$/, caption: /^(on|off)$/ };

export const fontStacks = {
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
const minimumContrast = {
  4.5: ["ink-text", "ink-quiet", "words-credible", "words-open", "words-rest", "words-independent"],
  3: ["edge", "ink-strike", "ink-report", "ink-credible", "ink-open", "ink-rest", "ink-independent"],
};

let pen;

// parseColour gives [r, g, b] of #rgb, #rrggbb (the # may be missing) or a name that CSS knows, else null. The browser
// reads it, and writes every opaque colour in one form.
/** @param {string} text @returns {number[] | null} */
export function parseColour(text) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.fillStyle = "#0000";
  if (/^#?\w+$/.test(text)) for (const fill of [text, `#${text}`]) pen.fillStyle = fill; // what is no colour is passed over
  return /^#/.test(pen.fillStyle) ? pen.fillStyle.match(/\w\w/g).map(pair => parseInt(pair, 16)) : null;
}

const luminance = rgb => rgb.reduce((sum, c, i) => sum + [.2126, .7152, .0722][i] * ((c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4), .05);

function contrast(a, b) {
  const ratio = luminance(a) / luminance(b);
  return Math.max(ratio, 1 / ratio);
}

const ink = name => parseColour(getComputedStyle(root).getPropertyValue(`--${name}`).trim());
const isVisibleOn = rgb => Object.entries(minimumContrast).every(([ratio, names]) => names.every(name => contrast(rgb, ink(name)) >= Number(ratio)));
const setProperty = (name, value) => root.style.setProperty(name, value);

// applyAppearance takes URLSearchParams, and answers with the names of the colours that would be hard to see.
/** @param {URLSearchParams} params @returns {string[]} */
export function applyAppearance(params) {
  const of = name => params.get(name)?.trim() ?? "", unreadable = [];
  for (const name in wordPatterns) root.dataset[name] = wordPatterns[name].test(of(name)) ? of(name) : "auto";
  setProperty("--font", Object.hasOwn(fontStacks, of("font")) ? fontStacks[of("font")] : "");
  setProperty("--ink-ground", "");
  setProperty("--mark", "");
  if (matchMedia("(forced-colors: active)").matches) return unreadable;
  const ground = parseColour(of("ground")), accent = parseColour(of("accent")), { theme } = root.dataset;
  // A ground decides the theme where the page has not: the one whose inks are seen on it.
  if (ground) {
    const fits = (theme === "auto" ? ["light", "dark"] : [theme]).some(t => {
      root.dataset.theme = t;
      return isVisibleOn(ground);
    });
    if (fits) setProperty("--ink-ground", `rgb(${ground})`);
    else {
      root.dataset.theme = theme;
      unreadable.push("ground");
    }
  }
  if (accent) {
    if (contrast(accent, unreadable[0] || !ground ? ink("ink-ground") : ground) >= 3) setProperty("--mark", `rgb(${accent})`);
    else unreadable.push("accent");
  }
  return unreadable;
}
