// Which of the three compositions the player's width asks for, and what follows a change of it.
import { $, setAttr, root } from "./dom.js";

const player = $("player");

export let composition = compositionFor(player.clientWidth);

// In a low frame the stage stands beside the words (track-height.js).
function compositionFor(width) { return root.dataset.low ?? (width < 560 ? "narrow" : width < 1080 ? "article" : "wide"); }

// onResize calls back with whether the composition changed. The scale of the screen counts as size.
/** @param {(changed: boolean) => void} then */
export function onResize(then) {
  setAttr(player, "data-comp", composition);
  const measure = () => {
    const now = compositionFor(player.clientWidth), changed = now !== composition;
    composition = now;
    setAttr(player, "data-comp", now);
    then(changed);
  };
  new ResizeObserver(measure).observe($("stage"));
  const scale = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => { measure(); scale(); }, { once: true });
  scale();
}
