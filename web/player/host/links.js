// Links in a frame that may open no windows, as WordPress and others make it: where the browser refuses, the player shows
// inside what the link leads to, or the address to copy.

// openBlockedLinks takes what it needs of the first bundle, and the secret of a WordPress page, which follows links to
// this site itself.
/** @param {PlayerForHost} player @param {unknown} secret */
export function openBlockedLinks({ $, el, on, openPart, say }, secret) {
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
