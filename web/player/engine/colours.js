// The colours the engine paints with: those of the style sheet, resolved for the theme in force.
const inks = ["text", "quiet", "rule", "strike", "report", "credible", "open", "rest", "independent", "guess", "ground", "blank"];

// resolveColours gives {ink: 0xRRGGBB} for every role of picture.Ink. A canvas of one pixel reads any CSS colour.
/** @returns {Record<string, number>} */
export function resolveColours() {
  const probe = document.createElement("i"), canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pixel = canvas.getContext("2d", { willReadFrequently: true });
  document.body.append(probe);
  const found = {};
  for (const ink of inks) {
    probe.style.color = `var(--ink-${ink})`;
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b] = pixel.getImageData(0, 0, 1, 1).data;
    found[ink] = r << 16 | g << 8 | b;
  }
  probe.remove();
  return found;
}

// onColours calls back with the new colours whenever the theme changes.
/** @param {(inks: Record<string, number>) => void} then */
export function onColours(then) {
  const change = () => then(resolveColours());
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", change);
  new MutationObserver(change).observe(document.documentElement, { attributeFilter: ["data-theme", "style"] });
}
