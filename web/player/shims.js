// What the document must be before the engine starts: it takes these from the window when it is loaded, sizes its canvas
// by the body, and reloads the page when its context is lost.

// prepare is done once. lost is called when the canvas loses its context.
export function prepare(holder, stage, lost) {
  // A host that forbids gamepads would make the engine's polling throw and end it.
  Object.defineProperty(navigator, "getGamepads", { value: () => [], configurable: true });
  addEventListener("webglcontextlost", event => {
    if (!holder.contains(event.target)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    lost("lost");
  }, true);
  context();
  ratio();
  body(holder);
  return { gate: gate(stage) };
}

// One quad fills the canvas: antialiasing and depth would only cost.
function context() {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (type, wanted) {
    return get.call(this, type, type === "webgl2" ? { ...wanted, antialias: false, depth: false } : wanted);
  };
}

// Above two device pixels to one the eye gains nothing and the work doubles.
function ratio() {
  const own = Object.getOwnPropertyDescriptor(window, "devicePixelRatio");
  if (own?.get) Object.defineProperty(window, "devicePixelRatio", { configurable: true, get: () => Math.min(2, own.get.call(window)) });
}

// The canvas goes into the stage, out of reach of focus and pointer, and the body has the stage's size.
function body(holder) {
  const { body, head } = document;
  for (const side of ["clientWidth", "clientHeight"]) Object.defineProperty(body, side, { configurable: true, get: () => holder[side] });
  body.appendChild = function (node) {
    if (node.tagName !== "CANVAS") return Node.prototype.appendChild.call(this, node);
    holder.replaceChildren(node);
    new MutationObserver(() => { if (node.tabIndex !== -1) node.tabIndex = -1; }).observe(node, { attributeFilter: ["tabindex"] });
    node.tabIndex = -1;
    return node;
  };
  head.appendChild = function (node) {
    return node.name === "viewport" ? node : Node.prototype.appendChild.call(this, node);
  };
}

// gate lets the engine's frames through while it has something to draw and somebody can see it.
function gate(stage) {
  const next = requestAnimationFrame.bind(window);
  let awake = true, seen = true, held = [];
  const open = () => awake && seen && !document.hidden;
  const release = () => { if (open()) for (const run of held.splice(0)) next(run); };
  window.requestAnimationFrame = run => next(time => { if (open()) run(time); else held.push(run); });
  new IntersectionObserver(entries => { seen = entries.at(-1).isIntersecting; release(); }).observe(stage);
  document.addEventListener("visibilitychange", release);
  return { awake: is => { awake = is; release(); } };
}
