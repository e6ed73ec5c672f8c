// Fetched when a reader wants motion: fetches the engine, encloses it, starts it and returns the ways to speak to it.
import { fetchEngine, engineError } from "./fetch.js";
import { createEnclosure } from "./shims.js";
import { resolveColours, onColours } from "./colours.js";
import { createFrameJoiner } from "./join.js";

// The steps of a start are marked for whoever measures: opencases.wanted, .canvas, .fetched, .started, .begun, .drawn,
// .shown.
const mark = step => performance.mark(`opencases.${step}`);

// start resolves once the engine has drawn its first picture, with the ways to speak to it. It rejects with an Error
// whose kind is "unsupported" or "failed". wasm/player/bridge.go describes both sides of globalThis.opencases.
export async function start(host) {
  const { config, holder } = host;
  if (typeof WebAssembly !== "object") throw engineError("unsupported", "no WebAssembly");
  if (!config.wasm) throw engineError("failed", "this site was built without the engine");
  mark("wanted");
  let live = false, over = false, fail;
  // A fault in showing words must not end the engine.
  const join = createFrameJoiner();
  const frame = text => { try { host.frame(join(text)); } catch (fault) { reportError(fault); } };
  const failed = /** @type {Promise<never>} */ (new Promise((_, reject) => fail = reject));
  failed.catch(() => {}); // heard in the races below
  const end = text => {
    if (over) return;
    over = true;
    stop.abort();
    enclosure?.close();
    if (!live) fail(engineError("failed", text));
    else {
      console.warn(`opencases: ${text}`);
      host.lost();
    }
  };
  const stop = new AbortController(), fetched = fetchEngine(config, host.progress, stop.signal);
  fetched.catch(() => {}); // heard below
  let enclosure;
  try {
    await nextTask(); // making a canvas can hold the page up: the requests go out first
    enclosure = createEnclosure(holder, host.stage, () => end("the canvas was lost"));
    mark("canvas");
    const [program, record, words] = await Promise.race([fetched, failed]);
    mark("fetched");
    const texts = { record: joinPairs(record), words: joinPairs(words) };
    const begin = ({ query, commands }) => ({
      ...texts, query, commands, lang: config.lang, root: `${config.page}../`, still: reducedMotion.matches,
      width: enclosure.size.width, composition: host.composition(), inks: resolveColours(),
    });
    const go = new globalThis.Go();
    const instance = await WebAssembly.instantiate(program, go.importObject);
    /** @type {EngineBridge} */
    const bridge = globalThis.opencases = { frame, awake: enclosure.awake, problem: end, note: text => console.warn(`opencases: ${text}`) };
    const ready = new Promise(resolve => bridge.ready = resolve);
    enclosure.run(() => go.run(instance)).then(() => end("the engine ended"), fault => end(fault.message));
    mark("started");
    await nextTask(); // the page may breathe between the engine's start and its first picture
    const measure = () => `${enclosure.size.width} ${enclosure.size.height} ${host.composition()}`;
    let toldSize = measure();
    if (!bridge.begin) throw engineError("failed", "the engine did not start");
    const began = new Promise(resolve => bridge.begun = resolve);
    bridge.begin(begin(host.standing()));
    const fault = await Promise.race([began, failed]);
    if (fault) throw engineError("failed", fault);
    mark("begun");
    await Promise.race([ready, failed]);
    mark("drawn");
    await Promise.race([enclosure.reveal(), failed]);
    mark("shown");
    live = true;
    enclosure.tidy();
    const resize = () => {
      if (over || toldSize === measure()) return;
      toldSize = measure();
      bridge.stage(enclosure.size.width, host.composition());
      enclosure.redraw();
    };
    enclosure.onSize(resize);
    resize();
    reducedMotion.addEventListener("change", () => over || bridge.still(reducedMotion.matches));
    onColours(inks => over || bridge.theme(inks));
    return {
      command: words => bridge.command(words),
      open: ({ query, commands }) => bridge.open(query, commands),
      resize,
    };
  } catch (fault) {
    end(fault.message);
    throw fault;
  }
}

// joinPairs is an object of strings as wasm/player/codec reads it: one string crosses to Go faster than many.
const joinPairs = object => Object.entries(object).flat().join("\0");
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const nextTask = () => new Promise(then => setTimeout(then));
