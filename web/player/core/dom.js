// Small helpers over the document.

/** @type {(id: string) => any} - an element of any kind: its id says which */
export const $ = id => document.getElementById(id);
export const root = document.documentElement;

/** @type {(target: EventTarget, types: string, listener: (event: any) => void, options?: AddEventListenerOptions | boolean) => void} */
export const on = (target, types, listener, options) => {
  for (const type of types.split(" ")) target.addEventListener(type, listener, options);
};

// el makes an element with properties; class and data-* names are set as attributes.
/** @param {string} tag @param {object} [props] @param {...(Node | string)} children @returns {any} */
export function el(tag, props = {}, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in e) e[name] = value;
    else e.setAttribute(name, value);
  }
  e.append(...children);
  return e;
}

// setText, attr and style touch the document only when something changed: they run on every frame while it plays.
/** @type {(e: Node, value: string) => void} */
export const setText = (e, value) => { if (e.textContent !== value) e.textContent = value; };

const written = new WeakMap(); // element -> the markup last put into it: innerHTML reads back in another form

// setHTML answers whether it wrote anything.
/** @type {(e: Element, value: string) => boolean} */
export const setHTML = (e, value) => {
  if (written.get(e) === value) return false;
  written.set(e, value);
  e.innerHTML = value;
  return true;
};

/** @type {(e: Element, name: string, value: string | number | boolean | null) => void} */
export const setAttr = (e, name, value) => {
  if (value === null || value === false) e.removeAttribute(name);
  else if (e.getAttribute(name) !== String(value)) e.setAttribute(name, String(value));
};

/** @type {(e: HTMLElement, name: string, value: string) => void} */
export const setStyle = (e, name, value) => { if (e.style[name] !== value) e.style[name] = value; };

// setDisabled marks a button as unavailable while it keeps the focus it may have.
/** @type {(button: Element, is: boolean) => void} */
export const setDisabled = (button, is) => setAttr(button, "aria-disabled", is ? "true" : null);

let defaultFormat; // kept: every Frame asks for it, and it is dear to make
/** @type {(value: number, options?: Intl.NumberFormatOptions) => string} */
export const formatNumber = (value, options) => (options ? new Intl.NumberFormat(root.lang, options) : defaultFormat ??= new Intl.NumberFormat(root.lang)).format(value);

export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
