// An article that drives the player: elements with data-open-cases-step="gap 3" are its steps. The step that last came
// over the middle of the window says where the player stands, forwards and backwards, however fast one scrolls.
const steps = "[data-open-cases-step]";

// owner is the player a step belongs to: the one it names by id in data-open-cases-for, else the nearest one around or
// beside it.
function owner(step) {
  const id = step.dataset.openCasesFor;
  const find = at => at.localName === "open-cases" ? at : at.querySelector("open-cases");
  if (id) {
    const named = document.getElementById(id);
    return named && find(named);
  }
  for (let at = step.parentElement; at; at = at.parentElement) {
    const found = find(at);
    if (found) return found;
  }
}

// drive follows the steps of an element; it answers with what ends it, or nothing if there are none.
export function drive(element) {
  const own = [...document.querySelectorAll(steps)].filter(step => owner(step) === element);
  if (!own.length) return;
  for (const step of own) if (step.parentElement === element) step.slot = "step";
  const above = new Set();
  let at;
  // With no end to its top, the root holds every step above the middle of the window: none is missed by a fast jump.
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) above[isIntersecting ? "add" : "delete"](target);
    const step = own.findLast(s => above.has(s))?.dataset.openCasesStep.trim();
    if (!step || step === at) return;
    at = step;
    element.command(`chapter ${step}`);
  }, { rootMargin: "9999999px 0px -50%" });
  for (const step of own) observer.observe(step);
  return () => observer.disconnect();
}

export { steps };
