// The card of a figure: what it is, its number with its qualifier, its source and its caveat. It opens on click, tap or
// Enter, and wherever the State selects a figure; over the stage after a moment's hover. Escape closes it.
import { $, el, on } from "../core/dom.js";
import { config, say } from "../core/config.js";
import { dispatch } from "../core/command.js";
import { createCloseButton } from "./close-button.js";

// findCard reads one card of a JSON object that has a line for each: to read all of them would hold a phone up.
function findCard(text, ref) {
  const name = `\n${JSON.stringify(ref)}:`, at = text.indexOf(name) + name.length;
  return at < name.length ? undefined : JSON.parse(text.slice(at, text.indexOf("\n", at)).replace(/,$/, ""));
}

function createCard() {
  const card = $("card"), stage = $("stage");
  const linger = 120, leave = 250; // ms before a hovered card opens, and closes

  let cards;     // promise of the text of all cards
  let anchor;    // the element the open card belongs to
  let pinned;    // opened by a click, or by the State: stays until it is closed
  let selected = ""; // the figure that the State selects
  let over;      // the place of the stage, or the card, that the pointer has moved onto
  let timer;

  function fetchCards() {
    cards ??= fetch(config.cards).then(answer => {
      if (!answer.ok) throw new Error(`${config.cards}: ${answer.status}`);
      return answer.text();
    });
    cards.catch(() => { cards = undefined; });
    return cards;
  }

  const refOf = e => e.dataset.figure ?? e.dataset.ref;

  // open shows the card of an element's figure; pin: until it is closed; by: a reader's own act, which takes the focus.
  async function open(from, pin, by = pin) {
    const ref = from === stage ? selected : refOf(from);
    anchor = from;
    let found;
    try {
      found = findCard(await fetchCards(), ref);
    } catch { /* without cards the figure's own link is the way to its source */ }
    if (anchor !== from) return;
    if (!found && from === stage) { // what the State selects is not there
      anchor = null;
      return;
    }
    if (!found && from.href && by) {
      anchor = null;
      window.open(from.href, "_blank", "noopener");
      return;
    }
    render(found, from);
    card.hidden = false;
    pinned = pin;
    position(from);
    if (by) {
      card.focus({ preventScroll: true });
      if (ref) dispatch(`select ${ref}`);
    }
  }

  // showSelected opens or closes the card as the State selects a figure or none.
  function showSelected(ref) {
    if (ref === selected) return;
    selected = ref;
    if (!ref) {
      if (pinned) close(false);
    } else if (!pinned || refOf(anchor) !== ref) {
      const at = [...document.querySelectorAll("[data-figure], .hot")].find(e => refOf(e) === ref && e.checkVisibility());
      open(at ?? stage, true, false);
    }
  }

  function render(found, from) {
    const body = el("div", { className: "body" });
    if (found) body.innerHTML = found.html; // made and escaped by the site
    else body.append(el("p", { textContent: say("status.card.failed") }), el("a", { href: config.page, target: "_blank", rel: "noopener", textContent: say("control.page") }));
    for (const link of body.querySelectorAll("a[href]")) {
      link.target = "_blank";
      link.rel = "noopener";
    }
    const title = el("h2", { id: "card-title", textContent: found ? found.title : from.getAttribute("aria-label") ?? from.textContent });
    const closeButton = createCloseButton();
    closeButton.addEventListener("click", () => close(true));
    card.replaceChildren(closeButton, title);
    if (found?.value) card.append(el("p", { className: "figure", textContent: found.value }));
    card.append(body);
  }

  // position puts the card under its anchor, or over it where there is no room below, and within the window.
  function position(from) {
    const at = from.getBoundingClientRect(), gap = 8, width = card.offsetWidth, height = card.offsetHeight;
    const x = Math.max(gap, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - gap));
    const below = at.bottom + gap + height <= innerHeight || at.top - gap - height < 0;
    const y = below ? Math.max(0, Math.min(at.bottom + gap, innerHeight - height - gap)) : at.top - gap - height;
    card.style.left = `${x + scrollX}px`;
    card.style.top = `${y + scrollY}px`;
  }

  function close(back) {
    clearTimeout(timer);
    if (card.hidden && !anchor) return false;
    const was = anchor, inside = card.contains(document.activeElement), wasSelected = pinned && selected;
    anchor = null;
    pinned = false;
    card.hidden = true;
    if (wasSelected) dispatch("close");
    if ((back || inside) && was?.isConnected) was.focus({ preventScroll: true });
    return true;
  }

  const target = event => event.target.closest?.("[data-figure], .hot");

  on(document, "click", event => {
    const from = target(event);
    if (from && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      clearTimeout(timer);
      if (anchor === from && pinned) close(true);
      else open(from, true);
    } else if (!card.hidden && !card.contains(event.target)) close(false);
  });

  // Moves, not overs: what comes to lie under a pointer at rest was not asked for.
  on(document, "pointermove", event => {
    if (event.pointerType === "touch" || pinned) return;
    const now = event.target.closest?.(".hot") ?? (card.contains(event.target) ? card : null);
    if (now === over) return;
    over = now;
    clearTimeout(timer);
    if (now && now !== card && now !== anchor) timer = setTimeout(open, linger, now, false);
    else if (!now && anchor) timer = setTimeout(close, leave, false);
  });
  on(document.documentElement, "pointerleave", () => {
    over = null;
    clearTimeout(timer);
    if (!pinned && anchor) timer = setTimeout(close, leave, false);
  });

  on(document, "keydown", event => {
    if (event.key === "Escape" && close(true)) event.preventDefault();
  });
  // A card that was left by Tab is done with.
  on(card, "focusout", event => {
    if (pinned && event.relatedTarget && !card.contains(event.relatedTarget)) close(false);
  });
  return { open: from => open(from, true), close: () => close(false), follow: showSelected, prefetch: fetchCards };
}

export const card = createCard();
