// Fetches the engine with the progress of its real download, and the record and the words with it.

export const problem = (kind, text) => Object.assign(new Error(text), { kind });

// fetchAll resolves to the compiled program, the record and the words. Go's support script runs on the way.
export function fetchAll(config, progress) {
  return Promise.all([
    compile(config.wasm, config.wasmBytes, progress),
    json(config.record),
    json(config.words),
    import(new URL(config.wasmExec, document.baseURI).href),
  ]).catch(fault => { throw fault.kind ? fault : problem("failed", fault.message); });
}

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw problem("failed", `${url}: ${answer.status}`);
  return answer;
}

const json = async url => (await get(url)).json();

// compile streams the program into the compiler and counts what has come, in decoded bytes.
async function compile(url, length, progress) {
  const answer = await get(url);
  let come = 0;
  const counted = answer.body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      come += chunk.length;
      progress(Math.min(1, come / length));
      out.enqueue(chunk);
    },
  }));
  try {
    return await WebAssembly.compileStreaming(new Response(counted, { headers: { "Content-Type": "application/wasm" } }));
  } catch (fault) {
    throw problem("failed", `${url}: ${fault.message} after ${come} of ${length} bytes`);
  }
}
