// Elements that come by other ways than <open-cases>: <div data-open-cases="chapter=gap&theme=dark">, for systems that
// strip elements they do not know; and divs, steps and settings that come or change later, also in open shadow roots.
import { elements } from "./frames.js";
import { names } from "./parameters.js";
import { releasePlace } from "./release-place.js";
import { stepSelector } from "./steps.js";

const divs = "[data-open-cases]", attributes = ["data-open-cases", "data-open-cases-step", "data-open-cases-for"];
const made = new WeakMap(); // from a div to the element in it

// setAttributes gives an element what a div says, and takes what it says no more. A lone word is a chapter.
function setAttributes(element, said) {
  const values = new URLSearchParams(said.includes("=") || !said ? said : { chapter: said.trim() });
  for (const name of names) {
    const value = values.get(name);
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

// replaceDiv puts the element into the div, or takes it out again; what the div held is its fallback meanwhile.
function replaceDiv(div) {
  const said = div.dataset.openCases, there = made.get(div);
  if (there?.parentNode === div) {
    if (said !== undefined) return setAttributes(there, said);
    made.delete(div);
    return there.replaceWith(...there.childNodes);
  }
  if (said === undefined || div.querySelector("open-cases")) return;
  const element = document.createElement("open-cases");
  made.set(div, element);
  setAttributes(element, said);
  if (div.title) element.title = div.title;
  releasePlace(div);
  element.append(...div.childNodes);
  div.append(element);
}

const find = (node, selector) => [...node.matches?.(selector) ? [node] : [], ...node.querySelectorAll?.(selector) ?? []];

const known = new WeakSet(); // documents and shadow roots

// upgradeDivs takes what is in a document or shadow root, now or later.
export function upgradeDivs(root) {
  if (known.has(root)) return;
  known.add(root);
  const take = node => {
    find(node, divs).forEach(replaceDiv);
    for (const e of find(node, "*")) if (e.shadowRoot && e.localName !== "open-cases") upgradeDivs(e.shadowRoot);
  };
  new MutationObserver(changes => {
    let driven = false;
    for (const { attributeName, target, addedNodes } of changes) {
      if (attributeName === attributes[0]) replaceDiv(target);
      else driven ||= !!attributeName;
      // The parser puts into a div what comes after its element.
      const element = made.get(target);
      for (const node of addedNodes) {
        if (element && node !== element && node.parentNode === target) element.append(node);
        take(node);
        driven ||= find(node, stepSelector)[0];
      }
    }
    if (driven) for (const element of elements()) element.follow();
  }).observe(root, { childList: true, subtree: true, attributeFilter: attributes });
  take(root);
}
