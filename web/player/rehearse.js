// A rehearsal, in a worker (rehearsal.js says what for): the engine goes through its start as it will in the page. What it takes
// from a document has stand-ins here, and nobody sees its canvas.
const nothing = () => {};
const element = () => ({ style: {}, appendChild: nothing, setAttribute: nothing, addEventListener: nothing });
const coarse = 8; // the page's px to one of the rehearsal's, across and down: the same code draws a small picture sooner

// rehearse resolves once the graphics card has drawn the first picture, with what there is to rehearse when the page has started:
// a first step, and a first collection of garbage. Both reject where they cannot go on.
export async function rehearse({ support, program, begin, size, surface }) {
  const width = Math.ceil(size.width / coarse), height = Math.ceil(size.height / coarse);
  const canvas = Object.assign(new OffscreenCanvas(width, height), element()), context = canvas.getContext("webgl2", surface);
  if (!context) throw new Error("no WebGL 2 in a worker");
  const document = {
    ...element(), head: element(), documentElement: element(), body: { ...element(), clientWidth: width, clientHeight: height },
    hasFocus: () => true, createElement: tag => tag === "canvas" ? canvas : element(),
  };
  class Document { get hidden() { return false; } }
  let next; // frame that the engine waits for
  Object.assign(globalThis, { window: globalThis, screen: { width, height }, document, Document, requestAnimationFrame: run => next = run });
  await import(support);
  const go = new globalThis.Go(), instance = await WebAssembly.instantiate(program, go.importObject);
  const bridge = globalThis.opencases = { frame: nothing, awake: nothing, note: nothing };
  await new Promise((ready, fail) => {
    const problem = text => fail(new Error(text));
    Object.assign(bridge, { ready, problem, begun: text => text && problem(text) });
    go.run(instance).then(() => problem("the engine ended"), fail);
    bridge.begin({ ...begin, width, alone: true });
  });
  // As in shims.js, which a worker would have to fetch whole for these lines.
  const card = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  context.flush();
  while (context.getSyncParameter(card, context.SYNC_STATUS) === context.UNSIGNALED) await pause();
  return async () => {
    bridge.command("next");
    for (let frame = 0; frame < 3; frame++) { // the first one sets out, the others are on their way
      next(performance.now());
      await pause();
    }
    bridge.collect();
  };
}

const pause = () => new Promise(then => setTimeout(then, 4));
