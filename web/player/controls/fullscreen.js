// Fullscreen, where the frame may have it. A window of the player's own, and fullscreen, are filled rather than scrolled.
import { $, attr, on, root } from "../core/dom.js";

const own = () => window === window.parent || !!document.fullscreenElement;

const mark = () => attr(root, "data-own", own() ? "" : null);

export function toggleFullscreen() {
  if (!document.fullscreenEnabled) return;
  const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
  done.catch(() => {}); // refused by the reader or the host: nothing changes
}

mark();
$("fullscreen").hidden = !document.fullscreenEnabled;
on($("fullscreen"), "click", toggleFullscreen);
on(document, "fullscreenchange", mark);
