// The list of chapters: links without scripts, commands with them.
import { $, on } from "../core/dom.js";
import { dispatch } from "../core/command.js";

const menu = $("chapters"), button = menu.firstElementChild;

function closeMenu(back) {
  menu.open = false;
  if (back) button.focus({ preventScroll: true });
}

on(menu, "click", event => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  closeMenu(true);
  dispatch(`chapter ${link.dataset.chapter}`);
});
on(menu, "keydown", event => {
  if (event.key !== "Escape" || !menu.open) return;
  event.preventDefault();
  closeMenu(true);
});
on(document, "pointerdown focusin", event => { if (!menu.contains(event.target)) closeMenu(false); });
