// The chapter explore: every view, every series, and the ways to the table, the sources and the article.
import { $, attr, el, off, on } from "../core/dom.js";
import { send } from "../core/command.js";
import { part } from "../controls/dialogs.js";

export function exploring() {
  let names;
  on($("explore"), "click", event => {
    const button = event.target.closest("button"), link = event.target.closest("[data-part]");
    if (button?.getAttribute("aria-disabled")) return;
    if (button?.dataset.view) send(`view ${button.dataset.view}`);
    if (button?.dataset.only) send(button.getAttribute("aria-pressed") === "true" ? "only all" : `only ${button.dataset.only}`);
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      part(link);
    }
  });
  return frame => {
    for (const button of $("views").children) {
      attr(button, "aria-pressed", String(button.dataset.view === frame.view));
      attr(button, "aria-busy", button.dataset.view === frame.waiting?.view ? "true" : null);
    }
    const series = $("series"), now = frame.series.map(s => s.name).join();
    if (names !== now) {
      names = now;
      series.replaceChildren(...frame.series.map(s => el("button", { type: "button", "data-only": s.name, textContent: s.text })));
    }
    for (const button of series.children) {
      attr(button, "aria-pressed", String(button.dataset.only === frame.only));
      attr(button, "aria-busy", button.dataset.only === frame.waiting?.only ? "true" : null);
      off(button, frame.fixed); // a still shows every series
    }
  };
}
