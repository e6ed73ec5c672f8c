// Links in a frame that may open no windows, as WordPress and others make it: where the browser refuses, the player
// shows inside what the link leads to, or the address to copy.
import { $, el, on } from "../core/dom.js";
import { say } from "../core/config.js";
import { openPart } from "./dialogs.js";

// openBlockedLinks answers to a frame's links. A WordPress page, known by its secret, follows links to this site
// itself.
export function openBlockedLinks() {
  const secret = /[?&]secret=\w{10}(?!\w)/.test(location.hash);
  on(document, "click", event => {
    const link = event.target.closest?.("a[target=_blank]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || secret && link.host === location.host) return;
    event.preventDefault();
    const opened = window.open(link.href);
    if (opened) opened.opener = null;
    else if (link.matches("#foot a") && link.dataset.part) openPart(link);
    else showAddress(link);
  });

  // showAddress puts a link's address beside it, selected to be copied.
  function showAddress(link) {
    $("link-blocked")?.remove();
    const address = el("input", { type: "text", readOnly: true, value: link.href, "aria-label": say("link.blocked") });
    const line = el("p", { id: "link-blocked", role: "status" }, say("link.blocked"), " ", address);
    (link.closest("#card, dialog, #foot, p, li, dd") ?? link).after(line);
    address.focus();
    address.select();
  }
}
