// The engine rehearses its start in a worker before it starts in the page. V8, Chromium's WebAssembly, compiles each function when
// it is called first, which made up most of what the start took of the page's thread; what a worker has called is compiled
// for the page too. Other browsers compile beforehand.
const worthwhile = globalThis.OffscreenCanvas && /Chrome\//.test(navigator.userAgent) && navigator.hardwareConcurrency > 1;
const longest = 4000; // ms that a start waits for it

// rehearsing makes the worker, which loads while the engine comes.
//
//	of(what)  gives it what rehearse.js asks for. It resolves to "" once the start is rehearsed, or to why it is not; it never rejects.
//	rest()    lets it rehearse what comes after a start, and go.
export function rehearsing(support, signal) {
  if (!worthwhile || !support) return { of: async () => "of no use here", rest() {} };
  let worker, address, end;
  const over = new Promise(then => end = then);
  const go = () => { worker?.terminate(); URL.revokeObjectURL(address); };
  over.then(fault => { if (fault) go(); });
  signal.addEventListener("abort", () => { end("not wanted any more"); go(); });
  try {
    // In a frame with an opaque origin no worker but a blob's may run; what it imports comes as other scripts do.
    const module = JSON.stringify(new URL("./rehearse.js", import.meta.url).href);
    const script = `const told=f=>postMessage(f?.message||"ended");onmessage=e=>import(${module}).then(m=>m.rehearse(e.data)).then(rest=>{postMessage("");onmessage=()=>rest().then(close,told)},told)`;
    address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    worker = new Worker(address);
    worker.onmessage = event => end(event.data);
    worker.onerror = event => { event.preventDefault(); end(event.message || "no worker"); };
  } catch (fault) {
    end(fault.message);
  }
  return {
    of(what) {
      worker?.postMessage({ ...what, support: new URL(support, document.baseURI).href });
      setTimeout(() => end("too slow"), longest);
      return over;
    },
    rest() {
      worker?.postMessage("");
      setTimeout(go, longest);
    },
  };
}
