// Mouse, touch and pen: the edges, swipes, the bar that hides, and the laser dot.
import { $, setAttr, on, root } from "../player/core/dom.js";

const swipeDistance = 60;    // px a finger must travel for a swipe
const rest = 2500;  // ms after which the bar and the pointer hide

export function connectPointer({ forward, back }) {
  const rtl = root.dir === "rtl";
  on($("edge-on"), "click", forward);
  on($("edge-back"), "click", back);

  let start = null;
  on(document, "touchstart", event => {
    const busy = event.target.closest("#slider, #pad, #rail, input, dialog, #bar, #card");
    start = event.touches.length === 1 && !busy ? event.touches[0] : null;
  }, { passive: true });
  on(document, "touchend", event => {
    if (!start) return;
    const end = event.changedTouches[0], x = end.clientX - start.clientX, y = end.clientY - start.clientY;
    start = null;
    if (Math.abs(x) < swipeDistance || Math.abs(x) < 1.5 * Math.abs(y)) return;
    x < 0 === !rtl ? forward() : back();
  }, { passive: true });

  let timer;
  const showBar = event => {
    setAttr(root, "data-idle", null);
    // Whoever places a guess needs the place, not the bar over it.
    setAttr(root, "data-aim", event?.target.closest?.("#rail, #pad") ? "" : null);
    clearTimeout(timer);
    timer = setTimeout(() => setAttr(root, "data-idle", document.querySelector("#bar:focus-within, dialog[open]") ? null : ""), rest);
  };
  on(document, "pointermove pointerdown focusin", showBar, { passive: true });
  showBar();

  const laser = $("laser");
  let shining = false, at = null;
  const moveDot = () => {
    laser.hidden = !shining || !at;
    if (!laser.hidden) laser.style.translate = `${at[0]}px ${at[1]}px`;
  };
  on(document, "pointermove", event => {
    at = [event.clientX, event.clientY];
    if (shining) moveDot();
  }, { passive: true });
  return {
    laserOn() { shining = true; setAttr(root, "data-laser", ""); moveDot(); },
    laserOff() { if (!shining) return; shining = false; setAttr(root, "data-laser", null); moveDot(); },
    // showRemoteDot shows the dot of the speaker's window: per cent of the stage, or null.
    showRemoteDot(place) {
      if (!place) { laser.hidden = true; return; }
      const box = $("stage").getBoundingClientRect();
      laser.hidden = false;
      laser.style.translate = `${box.left + box.width * place[0]}px ${box.top + box.height * place[1]}px`;
    },
  };
}
