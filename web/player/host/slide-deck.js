// A deck of slides (reveal.js) around the player. It says slide:start and slide:stop. Once it has, keys that the player
// has no use for go on to it: one click into a frame would otherwise take the speaker's keys away.

let post;

// isClickerKey: keys of a clicker are the deck's even while a card is open.
const isClickerKey = ({ key, code }) => /^(Page(Down|Up)|Arrow(Right|Left)|[bB.])$/.test(key) || /[^\0-\x7f]/.test(key) && /^(KeyB|Period)$/.test(code);

// leadsBeyondEnds says that a key would lead beyond the story's ends: then it is the deck's.
const leadsBeyondEnds = (key, $) => {
  const end = id => $(id).getAttribute("aria-disabled") === "true";
  return ["PageDown", "ArrowRight"].includes(key) && end("next") || ["PageUp", "ArrowLeft"].includes(key) && end("back");
};

export const slideDeck = {
  // handleMessage returns whether the message was a deck's.
  /** @param {any} data @param {PlayerForHost} player @param {(message: unknown) => void} send */
  handleMessage(data, { $, on, dispatchFromHost }, send) {
    if (data !== "slide:start" && data !== "slide:stop") return false;
    if (data === "slide:stop") dispatchFromHost("pause");
    else if (matchMedia("(prefers-reduced-motion: no-preference)").matches) dispatchFromHost("play");
    if (post) return true;
    post = send;
    const passOn = event => {
      post(JSON.stringify({ method: "triggerKey", args: [event.keyCode] }));
      event.preventDefault();
    };
    const isOwnKey = event => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest?.("input, select, textarea, dialog, #card, #slider") || !event.keyCode || event.key === "Tab";
    on(window, "keydown", event => {
      const { key, code, keyCode } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest?.("#card") || !isClickerKey(event)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      $("card").querySelector("button").click(); // its way to close
      document.activeElement.blur();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, keyCode, bubbles: true, cancelable: true }));
    }, true);
    on(window, "keydown", event => {
      if (isOwnKey(event) || !leadsBeyondEnds(event.key, $)) return;
      event.stopImmediatePropagation();
      passOn(event);
    }, true);
    on(window, "keydown", event => {
      if (!event.defaultPrevented && !isOwnKey(event) && !(/^(Enter| )$/.test(event.key) && event.target.closest?.("button, a, summary"))) passOn(event);
    });
    return true;
  },
};
