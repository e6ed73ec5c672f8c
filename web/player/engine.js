// Fetched on intent: brings the engine, makes the document safe for it, starts it and hands it over.
import { fetchAll, problem } from "./fetch.js";
import { enclose } from "./shims.js";
import { colours, onColours } from "./colours.js";
import { joining } from "./join.js";

// The steps of a start are marked for whoever measures: opencases.wanted, .canvas, .fetched, .started, .begun, .drawn, .shown.
const mark = step => performance.mark(`opencases.${step}`);

// start resolves once the engine has drawn its first picture, with the ways to speak to it. It rejects with an Error
// whose kind is "unsupported" or "failed". Both sides of globalThis.opencases are told in wasm/player/bridge.go.
export async function start(host) {
  const { config, holder } = host;
  if (typeof WebAssembly !== "object") throw problem("unsupported", "no WebAssembly");
  if (!config.wasm) throw problem("failed", "this site was built without the engine");
  mark("wanted");
  let live = false, over = false, fail;
  // A fault in showing words must not end the engine.
  const join = joining();
  const frame = text => { try { host.frame(join(text)); } catch (fault) { reportError(fault); } };
  const failed = new Promise((_, reject) => fail = reject);
  failed.catch(() => {}); // heard in the races below
  const end = text => {
    if (over) return;
    over = true;
    stop.abort();
    room?.close();
    if (!live) fail(problem("failed", text));
    else {
      console.warn(`opencases: ${text}`);
      host.lost();
    }
  };
  const stop = new AbortController(), fetched = fetchAll(config, host.progress, stop.signal);
  fetched.catch(() => {}); // heard below
  let room;
  try {
    await pause(); // making a canvas can hold the page up: the requests go out first
    room = enclose(holder, host.stage, () => end("the canvas was lost"));
    mark("canvas");
    const [program, record, words] = await Promise.race([fetched, failed]);
    mark("fetched");
    const texts = { record: pairs(record), words: pairs(words) };
    const begin = query => ({
      ...texts, query, lang: config.lang, root: `${config.page}../`, still: calm.matches,
      width: room.size.width, composition: host.composition(), inks: colours(),
    });
    const go = new globalThis.Go();
    const instance = await WebAssembly.instantiate(program, go.importObject);
    const bridge = globalThis.opencases = { frame, awake: room.awake, problem: end, note: text => console.warn(`opencases: ${text}`) };
    const ready = new Promise(resolve => bridge.ready = resolve);
    room.run(() => go.run(instance)).then(() => end("the engine ended"), fault => end(fault.message));
    mark("started");
    await pause(); // the page may breathe between the engine's start and its first picture
    const measure = () => `${room.size.width} ${room.size.height} ${host.composition()}`;
    let told = measure();
    if (!bridge.begin) throw problem("failed", "the engine did not start");
    const began = new Promise(resolve => bridge.begun = resolve);
    bridge.begin(begin(host.query()));
    const fault = await Promise.race([began, failed]);
    if (fault) throw problem("failed", fault);
    mark("begun");
    await Promise.race([ready, failed]);
    mark("drawn");
    await Promise.race([room.reveal(), failed]);
    mark("shown");
    live = true;
    room.tidy();
    const resize = () => {
      if (over || told === measure()) return;
      told = measure();
      bridge.stage(room.size.width, host.composition());
      room.redraw();
    };
    room.onSize(resize);
    resize();
    calm.addEventListener("change", () => over || bridge.still(calm.matches));
    onColours(inks => over || bridge.theme(inks));
    return {
      command: words => bridge.command(words),
      open: query => bridge.open(query),
      resize,
    };
  } catch (fault) {
    end(fault.message);
    throw fault;
  }
}

// pairs is an object of strings as wasm/player/codec reads it: one string crosses to Go faster than many.
const pairs = object => Object.entries(object).flat().join("\0");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const pause = () => new Promise(then => setTimeout(then));
