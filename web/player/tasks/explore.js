// The chapter explore: every view, every series, and the ways to the table, the sources and the article.
import { $, setAttr, el, setDisabled, on } from "../core/dom.js";
import { dispatch } from "../core/command.js";
import { openPart } from "../controls/dialogs.js";

/** @returns {(frame: Frame) => void} */
export function createExplorePanel() {
  let names;
  on($("explore"), "click", event => {
    const button = event.target.closest("button"), link = event.target.closest("[data-part]");
    if (button?.getAttribute("aria-disabled")) return;
    if (button?.dataset.view) dispatch(`view ${button.dataset.view}`);
    if (button?.dataset.only) dispatch(button.getAttribute("aria-pressed") === "true" ? "only all" : `only ${button.dataset.only}`);
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openPart(link);
    }
  });
  return frame => {
    for (const button of $("views").children) {
      setAttr(button, "aria-pressed", String(button.dataset.view === frame.view));
      setAttr(button, "aria-busy", button.dataset.view === frame.waiting?.view ? "true" : null);
    }
    const series = $("series"), now = frame.series.map(s => s.name).join();
    if (names !== now) {
      names = now;
      series.replaceChildren(...frame.series.map(s => el("button", { type: "button", "data-only": s.name, textContent: s.text })));
    }
    for (const button of series.children) {
      setAttr(button, "aria-pressed", String(button.dataset.only === frame.only));
      setAttr(button, "aria-busy", button.dataset.only === frame.waiting?.only ? "true" : null);
      setDisabled(button, frame.fixed); // a still shows every series
    }
  };
}
