// Runs one program and notes what each of its frames costs: the time of the callback that the browser calls for a frame.
//
//	?wasm=FILE&kind=KIND&marks=N   what runs
//	&enclosed                      among the player's own stand-ins
//	&stub                          nothing that is drawn or uploaded reaches WebGL
import { enclose } from "./player/shims.js";

const asked = new URLSearchParams(location.search), times = globalThis.times = [];
globalThis.scene = { kind: asked.get("kind"), marks: Number(asked.get("marks")) };

const next = requestAnimationFrame.bind(window);
window.requestAnimationFrame = run => next(time => {
  const from = performance.now();
  run(time);
  times.push(performance.now() - from);
});

if (asked.has("stub")) {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (...how) {
    const context = getContext.apply(this, how);
    for (const name of ["drawElements", "drawArrays", "clear", "bufferData", "bufferSubData", "texSubImage2D", "flush"]) context[name] = () => {};
    return context;
  };
}

const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch(asked.get("wasm")), go.importObject);
globalThis.memory = () => instance.exports.mem.buffer.byteLength;
if (asked.has("enclosed")) {
  const room = enclose(document.getElementById("holder"), document.getElementById("stage"), () => {});
  room.run(() => go.run(instance));
  room.reveal();
} else go.run(instance);
