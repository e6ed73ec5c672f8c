// The engine sends each Frame as JSON of what has changed since the one before (wasm/player/codec/encoder.go says how).

// createFrameJoiner returns a function that makes the whole Frame of such a text; texts must come in their order. What
// has not changed is the same object as in the Frame before.
/** @returns {(text: string) => Frame} */
export function createFrameJoiner() {
  let before = {};
  return text => {
    const change = JSON.parse(text);
    if (change.axis) change.axis = { ...before.axis, ...change.axis };
    for (const list of ["labels", "hots"]) if (change[list]) change[list] = change[list].map(entry => typeof entry === "number" ? before[list][entry] : entry);
    const frame = { ...before, ...change };
    for (const part of ["ask", "suppose"]) if (frame[part] === null) delete frame[part];
    return before = frame;
  };
}
