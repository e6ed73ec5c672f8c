// Dialogs: the list of keys, and the table, the sources and the article beside its record, which come as fragments
// that the site made.

export function parts({ $, config, el, on, say }) {
  function open(dialog) {
    const before = document.activeElement;
    on(dialog, "close", () => before?.focus({ preventScroll: true }), { once: true });
    if (!dialog.wired) {
      dialog.wired = true;
      // A click on the backdrop is a click on the dialog itself.
      on(dialog, "click", event => { if (event.target === dialog || event.target.closest("[data-close]")) dialog.close(); });
    }
    dialog.showModal();
  }

  async function part(link) {
    const name = link.dataset.part;
    let dialog = $(`part-${name}`);
    if (!dialog) {
      const body = el("div", { className: "body" });
      try {
        const answer = await fetch(config.parts[name]);
        if (!answer.ok) throw new Error(`${config.parts[name]}: ${answer.status}`);
        body.innerHTML = await answer.text();
      } catch {
        window.open(link.href, "_blank", "noopener");
        return;
      }
      for (const a of body.querySelectorAll("a[href]:not([href^='#'])")) Object.assign(a, { target: "_blank", rel: "noopener" });
      const head = el("header", {}, el("h2", { textContent: link.textContent }));
      if (body.querySelector("tbody")) head.append(filter(body));
      const shut = el("button", { type: "button", className: "icon", "data-close": "", "aria-label": say("control.close") });
      shut.innerHTML = `<svg><use href="#i-close"/></svg>`;
      head.append(shut);
      dialog = el("dialog", { id: `part-${name}`, className: "part", "aria-label": link.textContent }, head, body);
      document.body.append(dialog);
    }
    open(dialog);
  }

  // filter narrows the tables to rows that hold every word typed.
  function filter(body) {
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
  return { open, part };
}
