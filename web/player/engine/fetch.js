// Fetches the engine with the progress of its real download, and the record and the words with it.

/** @type {(kind: "failed" | "unsupported", text: string) => Error & {kind: string}} */
export const engineError = (kind, text) => Object.assign(new Error(text), { kind });

// fetchEngine resolves to the compiled program, the record and the words. Go's support script runs on the way.
/** @param {Config} config @param {(share: number) => void} progress @param {AbortSignal} signal @returns {Promise<[WebAssembly.Module, Record<string, string>, Record<string, string>, unknown]>} */
export function fetchEngine(config, progress, signal) {
  const get = async url => {
    const answer = await fetch(url, { signal });
    if (!answer.ok) throw engineError("failed", `${url}: ${answer.status}`);
    return answer;
  };
  const json = async url => (await get(url)).json();
  return Promise.all([
    get(config.wasm).then(answer => compile(answer, config.wasmBytes, progress)),
    json(config.record),
    json(config.words),
    globalThis.Go ?? import(new URL(config.wasmExec, document.baseURI).href),
  ]).catch(fault => { throw fault.kind ? fault : engineError("failed", fault.message); });
}

// compile works while the download runs. The browser keeps the compiled code only for an answer of its own, so the
// bytes are counted on a copy.
async function compile(answer, length, progress) {
  const plain = answer.headers.get("Content-Type")?.startsWith("application/wasm");
  const counted = countBytes(answer.clone(), length, progress);
  counted.catch(() => {}); // the answer itself fails too
  try {
    return plain && WebAssembly.compileStreaming
      ? (await Promise.all([WebAssembly.compileStreaming(answer), counted]))[0]
      : await WebAssembly.compile(await answer.arrayBuffer());
  } catch (fault) {
    throw engineError(fault instanceof WebAssembly.CompileError && /Content Security Policy|blocked|disallowed/i.test(fault.message) ? "unsupported" : "failed",
      `${answer.url}: ${fault.message}`);
  }
}

// countBytes reads an answer for the number of its decoded bytes.
async function countBytes(answer, length, progress) {
  const reader = answer.body.getReader();
  for (let come = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    progress(Math.min(1, (come += value.length) / length));
  }
}
