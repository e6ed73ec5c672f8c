// Run in every document before its own scripts: notes what the bench reads later.
(() => {
  const bench = globalThis.benchNotes = { long: [], memories: [], stub: false };
  new PerformanceObserver(list => {
    for (const e of list.getEntries()) bench.long.push([e.startTime, e.duration]);
  }).observe({ type: "longtask", buffered: true });

  // WebAssembly's memory, which no heap figure holds.
  const note = result => {
    for (const e of Object.values((result.instance ?? result).exports)) if (e instanceof WebAssembly.Memory) bench.memories.push(e);
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...args) => own.apply(WebAssembly, args).then(note);
  }

  // With stub on, WebGL is told everything but to draw: without a graphics card the processor would draw, and wait.
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext])
    for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced", "drawRangeElements", "clear"]) {
      const own = prototype[name];
      if (own) prototype[name] = function (...args) { if (!bench.stub) return own.apply(this, args); };
    }
})();
