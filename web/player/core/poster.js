// The still picture on the stage: first the server's, then those of the beats the reader steps to.
import { $, reducedMotion } from "./dom.js";

let shownSVG; // of the still shown; the server's own picture has none

// keepComposition makes the server's picture of this composition the document's: the other two go.
/** @param {string} composition */
export function keepComposition(composition) {
  for (const area of ["poster", "labels", "ticks"]) {
    const set = $(area).querySelector(`.set.${composition}`);
    if (set) $(area).replaceChildren(...set.children);
  }
}

// showPoster puts a still's marks on the stage; the picture before fades out over it.
/** @param {string} svg */
export function showPoster(svg) {
  if (shownSVG === svg) return;
  shownSVG = svg;
  const poster = $("poster");
  const before = [...poster.children];
  poster.insertAdjacentHTML("afterbegin", svg);
  for (const old of before) {
    old.classList.add("leaving");
    if (reducedMotion.matches) old.remove();
    else setTimeout(() => old.remove(), 300);
  }
}
