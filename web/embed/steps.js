// An article that drives the player: elements with data-open-cases-step="gap 3" are its steps. The step that last came
// over the middle of what is visible says where the player stands, forwards and backwards, however fast one scrolls.
import { hostOf, visibleMiddle, watchScroll } from "./scroll.js";

export const stepSelector = "[data-open-cases-step]";

// playerOf is the player a step belongs to: the one it names by id in data-open-cases-for, else the nearest one around
// or beside it.
function playerOf(step) {
  const id = step.dataset.openCasesFor;
  for (let at = id ? step.getRootNode().getElementById(id) : step.parentNode; at; at = !id && at.parentNode) {
    const found = at.localName === "open-cases" ? at : at.querySelector("open-cases");
    if (found) return found;
  }
}

// followSteps follows the steps of an element; it answers with what ends it, or nothing if there are none. cover is an
// element that covers the window.
export function followSteps(element, cover) {
  const own = [...element.getRootNode().querySelectorAll(stepSelector)].filter(step => playerOf(step) === element);
  if (!own.length) return;
  for (const step of own) if (step.parentElement === element) step.slot = "step";
  let at;
  return watchScroll(own, cover, area => {
    const line = visibleMiddle(hostOf(own[0]), area);
    const step = own.findLast(s => s.getBoundingClientRect().top <= line)?.dataset.openCasesStep.trim();
    if (!step || step === at) return;
    at = step;
    element.command(`chapter ${step}`);
  });
}
