// The button that closes a card or a dialog.
import { el } from "../core/dom.js";
import { say } from "../core/config.js";

export function createCloseButton(props = {}) {
  const button = el("button", { type: "button", className: "icon", "aria-label": say("control.close"), ...props });
  button.innerHTML = `<svg viewBox="0 0 24 24"><path d="m6 6 12 12M18 6 6 18"/></svg>`;
  return button;
}
