// The engine tells a Frame as JSON of what has changed since the one before (wasm/player/codec/encoder.go says how).

// joining answers with what makes the whole Frame of such a text, which must come in their order. What has not changed is
// the very object that was in the Frame before.
export function joining() {
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
