// Dialogs: the list of keys, and the table, the sources and the article beside its record. They come as fragments that
// the site made; where one does not come, the page has it.
import { $, el, on } from "../core/dom.js";
import { config, say } from "../core/config.js";
import { createCloseButton } from "./close-button.js";

const closable = new WeakSet(); // dialogs that already close by a click on their backdrop

function openDialog(dialog) {
  const before = document.activeElement;
  on(dialog, "close", () => before?.focus({ preventScroll: true }), { once: true });
  if (!closable.has(dialog)) {
    closable.add(dialog);
    // A click on the backdrop is a click on the dialog itself.
    on(dialog, "click", event => { if (event.target === dialog || event.target.closest("[data-close]")) dialog.close(); });
  }
  dialog.showModal();
}

// fetchDialog makes a dialog of a fragment; null where it does not come.
async function fetchDialog(name, id, title) {
  const body = el("div", { className: "body" });
  try {
    const answer = await fetch(config.parts[name]);
    if (!answer.ok) throw new Error(`${config.parts[name]}: ${answer.status}`);
    body.innerHTML = await answer.text();
  } catch {
    return null;
  }
  for (const a of body.querySelectorAll("a[href]:not([href^='#'])")) Object.assign(a, { target: "_blank", rel: "noopener" });
  const head = el("header", {}, el("h2", { textContent: title }));
  if (body.querySelector("tbody")) head.append(createFilter(body));
  head.append(createCloseButton({ "data-close": "" }));
  const dialog = el("dialog", { id, "aria-label": title }, head, body);
  document.body.append(dialog);
  return dialog;
}

/** @param {HTMLAnchorElement} link */
export async function openPart(link) {
  const id = `part-${link.dataset.part}`, dialog = $(id) ?? await fetchDialog(link.dataset.part, id, link.textContent);
  if (!dialog) return void window.open(link.href, "_blank", "noopener");
  dialog.className = "part";
  openDialog(dialog);
}

// openHelp lists the keys; the presenter has a list of its own in its document.
export async function openHelp() {
  const dialog = $("help") ?? await fetchDialog("help", "help", $("help-open").title);
  if (!dialog) window.open(config.page, "_blank", "noopener");
  else if (!dialog.open) openDialog(dialog);
}

// createFilter narrows the tables to rows that hold every word typed.
function createFilter(body) {
  const field = el("input", { type: "search", placeholder: say("control.filter"), "aria-label": say("control.filter") });
  on(field, "input", () => {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of body.querySelectorAll("tbody tr")) {
      const words = row.textContent.toLowerCase();
      row.hidden = !wanted.every(w => words.includes(w));
    }
  });
  return field;
}
