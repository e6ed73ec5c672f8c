// Stand-ins that keep the engine from changing a document that is not its own. It would put a canvas at the end of the
// body, size it by the body, style html and body, listen to the window, ask for frames for ever, and reload the page
// when its canvas is lost. While it starts it is handed stand-ins for what it takes from the document; most of them go
// again at once.
import { engineError } from "./fetch.js";

// The shader softens edges itself, so antialiasing, depth and stencil would only cost.
const surface = { alpha: true, premultipliedAlpha: true, antialias: false, depth: false, stencil: false };

// createEnclosure makes the canvas and the stand-ins. lost is called when the canvas loses its context.
export function createEnclosure(holder, stage, lost) {
  const canvas = document.createElement("canvas"), { body, head, documentElement: root } = document;
  const size = { width: 0, height: 0 }, measured = trackSize(holder, size);
  Object.assign(canvas, size);
  // A context asked for here is the engine's too, made while its bytes come.
  const context = /** @type {WebGL2RenderingContext} */ (canvas.getContext("webgl2", surface));
  if (!context) throw engineError("unsupported", "no WebGL 2");
  canvas.style.visibility = "hidden"; // until reveal
  holder.replaceChildren(canvas);
  const onLost = event => {
    event.stopImmediatePropagation(); // the engine would reload the page
    event.preventDefault();
    lost();
  };
  canvas.addEventListener("webglcontextlost", onLost); // before the engine does

  const gate = createFrameGate(stage);
  const styles = [root, body].map(element => ({ element, style: element.getAttribute("style") }));
  let redraw = () => {};

  // The stand-ins that stay. The engine sets the canvas's size at its start and whenever it hears of a resize; the
  // buffer is made anew only where that is a change. The body's size, which the engine reads each frame, is the
  // canvas's, in the canvas's own px.
  for (const [name, side] of [["clientWidth", "width"], ["clientHeight", "height"]]) {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(canvas, side, {
      get: () => get.call(canvas),
      set: px => { if (px === size[side] && px !== get.call(canvas)) set.call(canvas, px); },
    });
    Object.defineProperty(body, name, { configurable: true, get: () => size[side] });
  }

  return {
    size,
    awake: gate.awake,
    // run starts the engine with the stand-ins in place. It reads what it needs from the document before it first
    // waits.
    run(start) {
      const own = (object, name, value) => {
        Object.defineProperty(object, name, { configurable: true, writable: true, value });
        return () => delete object[name];
      };
      const restore = [
        own(document, "createElement", function (tag) { return tag === "canvas" ? canvas : Document.prototype.createElement.call(document, tag); }),
        own(body, "appendChild", node => node === canvas ? node : Node.prototype.appendChild.call(body, node)),
        own(head, "appendChild", node => node.name === "viewport" ? node : Node.prototype.appendChild.call(head, node)),
        own(window, "addEventListener", (type, act, how) => {
          if (type === "resize") redraw = act;
          else EventTarget.prototype.addEventListener.call(window, type, act, how);
        }),
      ];
      const frame = window.requestAnimationFrame;
      window.requestAnimationFrame = /** @type {any} */ (gate.request); // the engine does not use the number
      try {
        return start();
      } finally {
        window.requestAnimationFrame = frame;
        for (const undo of restore) undo();
        canvas.removeAttribute("tabindex");
      }
    },
    // reveal shows the canvas once the graphics card has done all that was asked of it. The first picture takes it
    // longest; a canvas that is shown before holds up the page wherever the browser must wait for it to compose the
    // two.
    async reveal() {
      const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
      context.flush();
      while (fence && context.getSyncParameter(fence, context.SYNC_STATUS) === context.UNSIGNALED) await new Promise(then => setTimeout(then, 4));
      context.deleteSync(fence);
      canvas.style.visibility = "";
    },
    // tidy takes back the styles the engine has put on html and body.
    tidy() {
      for (const { element, style } of styles) style === null ? element.removeAttribute("style") : element.setAttribute("style", style);
    },
    // redraw draws at once, also while no frames come: the engine does so when it hears of a new size.
    redraw: () => redraw(),
    onSize: then => measured.then = then,
    // close stops the engine for good.
    close() {
      gate.close();
      measured.stop();
      context.getExtension("WEBGL_lose_context")?.loseContext();
      canvas.remove();
    },
  };
}

// trackSize keeps size at the holder's, in px of the screen; above two of them to one CSS px the eye gains nothing and
// the work doubles.
function trackSize(holder, size) {
  const take = entry => {
    const ratio = devicePixelRatio, box = holder.getBoundingClientRect(), exact = entry?.devicePixelContentBoxSize?.[0];
    const width = ratio <= 2 && exact ? exact.inlineSize : Math.round(box.width * Math.min(2, ratio));
    const height = ratio <= 2 && exact ? exact.blockSize : Math.round(box.height * Math.min(2, ratio));
    if (!width || !height || width === size.width && height === size.height) return;
    Object.assign(size, { width, height });
    measured.then?.();
  };
  const observer = new ResizeObserver(entries => take(entries.at(-1)));
  const measured = { then: null, stop: () => observer.disconnect() };
  take();
  try {
    observer.observe(holder, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(holder);
  }
  return measured;
}

// createFrameGate lets the engine's frames through while it has something to draw and somebody can see it. A closed
// gate asks the browser for nothing.
function createFrameGate(stage) {
  const next = requestAnimationFrame.bind(window);
  let wanted = true, seen = true, shut = false, held = null, alarm;
  const open = () => wanted && seen && !shut && !("unseen" in document.documentElement.dataset); // host.js knows of that
  const request = run => {
    if (open()) next(time => open() ? run(time) : held = run);
    else held = run;
  };
  const release = () => {
    if (!held || !open()) return;
    const run = held;
    held = null;
    request(run);
  };
  const sight = new IntersectionObserver(entries => { seen = entries.at(-1).isIntersecting; release(); });
  sight.observe(stage);
  document.addEventListener("sight", () => release());
  return {
    request,
    // awake wants frames, or none: until further notice, or until some ms have passed.
    awake(is, ms) {
      clearTimeout(alarm);
      if (ms !== undefined) alarm = setTimeout(() => { wanted = true; release(); }, ms);
      wanted = is;
      release();
    },
    close() {
      shut = true;
      held = null;
      clearTimeout(alarm);
      sight.disconnect();
    },
  };
}
