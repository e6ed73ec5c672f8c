// The one vocabulary (internal/story), one way in: every control, key and link calls send with a command.
let route = () => {};

export const send = command => route(command);

export const routeTo = handler => { route = handler; };
