// Fullscreen, where the frame may have it. A window of the player's own, and fullscreen, are filled rather than scrolled.
import { $, setAttr, on, root } from "../core/dom.js";

const fillsWindow = () => window === window.parent || !!document.fullscreenElement;

const markWindow = () => setAttr(root, "data-own", fillsWindow() ? "" : null);

export function toggleFullscreen() {
  if (!document.fullscreenEnabled) return;
  const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
  done.catch(() => {}); // refused by the reader or the host: nothing changes
}

markWindow();
$("fullscreen").hidden = !document.fullscreenEnabled;
on($("fullscreen"), "click", toggleFullscreen);
on(document, "fullscreenchange", markWindow);
