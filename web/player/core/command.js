// The one vocabulary (internal/story), one way in: every control, key and link calls send with a command.
/** @type {(command: string, quiet?: boolean) => string | void} */
let handle = () => {};
/** @type {(command: string) => void} */
let listener = () => {};

// dispatch does what a reader asks for.
/** @type {(command: string) => string | void} */
export const dispatch = command => {
  listener(command);
  return handle(command);
};

// dispatchFromHost does what the page around asks for; a still is then answer enough. It returns "" or what is wrong,
// if that is known already.
/** @type {(command: string) => string} */
export const dispatchFromHost = command => handle(command, true) || "";

/** @type {(handler: (command: string, quiet?: boolean) => string | void) => void} */
export const handleCommands = handler => { handle = handler; };

// onCommand calls back with what readers ask for.
/** @type {(listener: (command: string) => void) => void} */
export const onCommand = listen => { listener = listen; };
