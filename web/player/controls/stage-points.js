// On the stage, arrows move between its points and the figures of its labels: one tab stop for all of them.
import { $, on } from "../core/dom.js";

export function connectStagePoints() {
  const stage = $("stage"), points = () => [...stage.querySelectorAll(".hot, .label [data-figure]")];
  on(stage, "keydown", event => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const all = points();
    all[all.indexOf(event.target) + by]?.focus();
  });
  on(stage, "focusin", event => {
    for (const point of points()) point.tabIndex = point === event.target ? 0 : -1;
  });
}
