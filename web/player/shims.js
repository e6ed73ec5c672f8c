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
  body(holder);
  return gate(stage);
}

// One quad fills the canvas: antialiasing and depth would only cost.
function context() {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (type, wanted) {
    return get.call(this, type, type === "webgl2" ? { ...wanted, antialias: false, depth: false } : wanted);
  };
}

// canvasSize is the stage in the canvas's own px. Above two of them to one CSS px the eye gains nothing and the work
// doubles; the engine itself applies no ratio (DisableHiDPI), so this is the one place that does.
export function canvasSize(holder) {
  const ratio = Math.min(2, devicePixelRatio), box = holder.getBoundingClientRect();
  return { width: Math.round(box.width * ratio), height: Math.round(box.height * ratio) };
}

// The canvas goes into the stage, out of reach of focus and pointer, and the body seems to have the canvas's size.
function body(holder) {
  const { body, head } = document;
  Object.defineProperty(body, "clientWidth", { configurable: true, get: () => canvasSize(holder).width });
  Object.defineProperty(body, "clientHeight", { configurable: true, get: () => canvasSize(holder).height });
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
  let awake = true, seen = true, held = [], alarm;
  const open = () => awake && seen && !document.hidden;
  const release = () => { if (open()) for (const run of held.splice(0)) next(run); };
  window.requestAnimationFrame = run => next(time => { if (open()) run(time); else held.push(run); });
  new IntersectionObserver(entries => { seen = entries.at(-1).isIntersecting; release(); }).observe(stage);
  document.addEventListener("visibilitychange", release);
  return {
    // awake opens the gate, or closes it: for good, or until some ms have passed.
    awake(is, ms) {
      clearTimeout(alarm);
      if (ms !== undefined) alarm = setTimeout(() => { awake = true; release(); }, ms);
      awake = is;
      release();
    },
  };
}
