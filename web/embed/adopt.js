// Elements that come by other ways than <open-cases>: <div data-open-cases="chapter=gap&theme=dark">, for systems that
// strip elements they do not know; and steps and divs that are added to the page later.
import { elements } from "./frames.js";
import { names } from "./parameters.js";
import { steps } from "./steps.js";

const divs = "[data-open-cases]";

// replace puts the element into the div; what the div held stays as its fallback. A lone word is a chapter.
function replace(div) {
  if (div.querySelector("open-cases")) return;
  const said = div.dataset.openCases, made = document.createElement("open-cases");
  const values = new URLSearchParams(said.includes("=") || !said ? said : { chapter: said.trim() });
  for (const [name, value] of values) if (names.includes(name)) made.setAttribute(name, value);
  if (div.title) made.title = div.title;
  div.style.height = div.style.padding = "";
  made.append(...div.childNodes);
  div.append(made);
}

const find = (node, selector) => node.nodeType === 1 ? [...node.matches(selector) ? [node] : [], ...node.querySelectorAll(selector)] : [];

export function adopt() {
  const all = () => find(document.documentElement, divs).forEach(replace);
  new MutationObserver(changes => {
    let driven;
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      find(node, divs).forEach(replace);
      driven ||= find(node, steps)[0];
    }
    if (driven) for (const element of elements()) element.follow();
  }).observe(document, { childList: true, subtree: true });
  all();
}
