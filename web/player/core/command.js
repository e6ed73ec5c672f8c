// The one vocabulary (internal/story), one way in: every control, key and link calls send with a command.
let handle = () => {}, listener = () => {};

// dispatch does what a reader asks for.
export const dispatch = command => {
  listener(command);
  return handle(command);
};

// dispatchFromHost does what the page around asks for; a still is then answer enough. It returns "" or what is wrong,
// if that is known already.
export const dispatchFromHost = command => handle(command, true) ?? "";

export const handleCommands = handler => { handle = handler; };

// onCommand calls back with what readers ask for.
export const onCommand = listen => { listener = listen; };
