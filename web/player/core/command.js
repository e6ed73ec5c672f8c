// The one vocabulary (internal/story), one way in: every control, key and link calls send with a command.
/** @type {(command: string, quiet?: boolean) => string | void} */
let handle = () => {};
/** @type {(command: string) => void} */
let listener = () => {};

const nextFrame = requestAnimationFrame.bind(window); // the window's own, before engine.js gates it for the engine
/** @type {Set<() => void>} */
const late = new Set(); // what readers have asked for and the next frame is to do

// oncePerFrame lets a function that dispatches run once a frame: of calls that come faster only the last counts. Until it has
// run isLate is true: what a Frame says meanwhile is older than what the reader has asked for.
/** @template {any[]} A @param {(...args: A) => void} run @returns {((...args: A) => void) & {isLate(): boolean}} */
export function oncePerFrame(run) {
  let args;
  const now = () => { if (late.delete(now)) run(...args); };
  const soon = (...a) => {
    args = a;
    if (late.has(now)) return;
    late.add(now);
    nextFrame(now);
  };
  return Object.assign(soon, { isLate: () => late.has(now) });
}

// doLate does at once what waits for the next frame: whatever is asked for next comes after it.
export const doLate = () => { for (const now of [...late]) now(); };

// dispatch does what a reader asks for.
/** @type {(command: string) => string | void} */
export const dispatch = command => {
  doLate();
  listener(command);
  return handle(command);
};

// dispatchFromHost does what the page around asks for; a still is then answer enough. It returns "" or what is wrong,
// if that is known already.
/** @type {(command: string) => string} */
export const dispatchFromHost = command => {
  doLate();
  return handle(command, true) || "";
};

/** @type {(handler: (command: string, quiet?: boolean) => string | void) => void} */
export const handleCommands = handler => { handle = handler; };

// onCommand calls back with what readers ask for.
/** @type {(listener: (command: string) => void) => void} */
export const onCommand = listen => { listener = listen; };
