// Fetched on intent: brings the engine, makes the document safe for it, starts it and hands it over.
import { fetchAll, problem } from "./fetch.js";
import { canvasSize, prepare } from "./shims.js";
import { colours, onColours } from "./colours.js";

let prepared;

// start resolves once the engine has drawn its first picture, with the ways to speak to it. It rejects with an Error
// whose kind is "unsupported" or "failed".
export async function start(host) {
  needed(host);
  const { config, holder } = host;
  const [program, record, words] = await fetchAll(config, host.progress);
  const gate = prepared ??= prepare(holder, host.stage, host.lost);
  const bridge = globalThis.opencases = { frame: host.frame, awake: gate.awake, note: text => console.warn(`opencases: ${text}`) };
  const ready = new Promise((resolve, reject) => {
    bridge.ready = resolve;
    bridge.problem = text => reject(problem("failed", text));
  });
  const go = new Go();
  const instance = await WebAssembly.instantiate(program, go.importObject);
  gate.awake(true);
  const ended = go.run(instance).then(() => { throw problem("failed", "the engine ended"); });
  ended.catch(() => {}); // heard through the races and below
  await Promise.race([offered(bridge), ended]);
  const fault = bridge.begin({
    record, words, lang: config.lang, root: `${config.page}../`, query: host.query(),
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
    width: canvasSize(holder).width, composition: host.composition(), inks: colours(),
  });
  if (fault) throw problem("failed", fault);
  await Promise.race([ready, ended]);
  bridge.problem = text => { console.warn(`opencases: ${text}`); host.lost("lost"); };
  ended.catch(() => host.lost("lost"));
  onColours(inks => bridge.theme(inks));
  return {
    command: words => bridge.command(words),
    // The engine measures its canvas when the window says that it was resized.
    resize: () => {
      bridge.stage(canvasSize(holder).width, host.composition());
      dispatchEvent(new Event("resize"));
    },
  };
}

// needed refuses early where the engine cannot run.
function needed({ config }) {
  if (typeof WebAssembly !== "object") throw problem("unsupported", "no WebAssembly");
  if (!config.wasm) throw problem("failed", "this site was built without the engine");
  const trial = document.createElement("canvas").getContext("webgl2");
  if (!trial) throw problem("unsupported", "no WebGL 2");
  trial.getExtension("WEBGL_lose_context")?.loseContext();
}

// offered waits until Go has set its functions; it sets them as it starts.
async function offered(bridge) {
  while (!bridge.begin) await new Promise(later => setTimeout(later, 5));
}
