// Runs one program and notes what each of its frames costs: the time of the callback that the browser calls for a frame.
// With drawn set to false nothing that is drawn or uploaded reaches WebGL any more.
//
//	?wasm=FILE&kind=KIND&marks=N   what runs
//	&enclosed                      among the player's own stand-ins
import { createEnclosure } from "./player/engine/shims.js";

const asked = new URLSearchParams(location.search), times = globalThis.times = [];
globalThis.scene = { kind: asked.get("kind"), marks: Number(asked.get("marks")) };

const next = requestAnimationFrame.bind(window);
window.requestAnimationFrame = run => next(time => {
  const from = performance.now();
  run(time);
  times.push(performance.now() - from);
});

globalThis.drawn = true;
for (const name of ["drawElements", "drawArrays", "clear", "bufferData", "bufferSubData", "texSubImage2D", "flush"]) {
  const own = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...given) { if (drawn) own.apply(this, given); };
}

const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch(asked.get("wasm")), go.importObject);
globalThis.memory = () => instance.exports.mem.buffer.byteLength;
if (asked.has("enclosed")) {
  const enclosure = createEnclosure(document.getElementById("holder"), document.getElementById("stage"), () => {});
  enclosure.run(() => go.run(instance));
  enclosure.reveal();
} else go.run(instance);
