// Small helpers over the document.

export const $ = id => document.getElementById(id);
export const root = document.documentElement;

export const on = (target, types, listener, options) => {
  for (const type of types.split(" ")) target.addEventListener(type, listener, options);
};

// el makes an element with properties; class and data-* names are set as attributes.
export function el(tag, props = {}, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in e) e[name] = value;
    else e.setAttribute(name, value);
  }
  e.append(...children);
  return e;
}

// text, attr and style touch the document only when something changed: they run on every frame while it plays.
export const text = (e, value) => { if (e.textContent !== value) e.textContent = value; };

// html answers whether it wrote anything.
export const html = (e, value) => {
  if (e.written === value) return false;
  e.innerHTML = e.written = value;
  return true;
};

export const attr = (e, name, value) => {
  if (value === null || value === false) e.removeAttribute(name);
  else if (e.getAttribute(name) !== String(value)) e.setAttribute(name, value);
};

export const style = (e, name, value) => { if (e.style[name] !== value) e.style[name] = value; };

// off marks a button as unavailable while it keeps the focus it may have.
export const off = (button, is) => attr(button, "aria-disabled", is ? "true" : null);

// The window's own, before engine.js gates it for the engine.
const nextFrame = requestAnimationFrame.bind(window);

// framed lets a function run once a frame: calls that come faster than frames are drawn keep only the last.
export function framed(run) {
  let args, asked = false;
  return (...a) => {
    args = a;
    if (asked) return;
    asked = true;
    nextFrame(() => { asked = false; run(...args); });
  };
}

let plain; // kept: every Frame asks for it, and it is dear to make
export const number = (value, options) => (options ? new Intl.NumberFormat(root.lang, options) : plain ??= new Intl.NumberFormat(root.lang)).format(value);

export const calm = matchMedia("(prefers-reduced-motion: reduce)");
