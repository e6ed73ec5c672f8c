// The still picture on the stage: first the server's, then those of the beats the reader steps to.
import { $, calm } from "./dom.js";

// adopt makes the server's picture of this composition the document's: the other two go.
export function adopt(composition) {
  for (const area of ["poster", "labels", "ticks"]) {
    const set = $(area).querySelector(`.set.${composition}`);
    if (set) $(area).replaceChildren(...set.children);
  }
}

// pose puts a still's marks on the stage; the picture before fades out over it.
export function pose(svg) {
  const poster = $("poster");
  if (poster.posed === svg) return;
  poster.posed = svg;
  const before = [...poster.children];
  poster.insertAdjacentHTML("afterbegin", svg);
  for (const old of before) {
    old.classList.add("leaving");
    if (calm.matches) old.remove();
    else setTimeout(() => old.remove(), 300);
  }
}
