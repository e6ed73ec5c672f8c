// A rehearsal, in a worker (rehearsal.js says what for): the engine goes through its start, a first step and a first collection of
// garbage as it will in the page. What it takes from a document has stand-ins here, and nobody sees its canvas.
const nothing = () => {};
const element = () => ({ style: {}, appendChild: nothing, setAttribute: nothing, addEventListener: nothing });
const steps = 3; // frames: the first one sets out, the others are on their way

// rehearse resolves once the graphics card has drawn all that. It rejects where that cannot be.
export async function rehearse({ support, program, begin, size: { width, height }, surface }) {
  const canvas = Object.assign(new OffscreenCanvas(width, height), element()), context = canvas.getContext("webgl2", surface);
  if (!context) throw new Error("no WebGL 2 in a worker");
  const document = {
    ...element(), head: element(), documentElement: element(), body: { ...element(), clientWidth: width, clientHeight: height },
    hasFocus: () => true, createElement: tag => tag === "canvas" ? canvas : element(),
  };
  class Document { get hidden() { return false; } }
  let frame = nothing;
  Object.assign(globalThis, { window: globalThis, screen: { width, height }, document, Document, requestAnimationFrame: run => setTimeout(() => frame(run)) });
  await import(support);
  const go = new globalThis.Go(), instance = await WebAssembly.instantiate(program, go.importObject);
  await new Promise((done, fail) => {
    const problem = text => fail(new Error(text)), begun = text => text && problem(text);
    const bridge = globalThis.opencases = { frame: nothing, awake: nothing, note: nothing, begun, problem, ready };
    function ready() {
      let left = steps;
      frame = run => {
        if (left--) return run(performance.now());
        bridge.collect();
        done();
      };
      setTimeout(() => bridge.command("next"));
    }
    go.run(instance).then(() => fail(new Error("the engine ended")), fail);
    bridge.begin(begin);
  });
  const card = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  context.flush();
  while (context.getSyncParameter(card, context.SYNC_STATUS) === context.UNSIGNALED) await new Promise(then => setTimeout(then, 4));
}
