// The one vocabulary (internal/story), one way in: every control, key and link calls send with a command.
let route = () => {}, listener = () => {};

// send does what a reader asks for.
export const send = command => {
  listener(command);
  return route(command);
};

// obey does what the page around asks for; a still is then answer enough. It returns "" or what is wrong, if that is
// known already.
export const obey = command => route(command, true) ?? "";

export const routeTo = handler => { route = handler; };

// overhear calls back with what readers ask for.
export const overhear = listen => { listener = listen; };
