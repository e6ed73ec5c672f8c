// Slides for paper or PDF: one page a step, or with ?print=builds one a build.
import { $, setAttr, el, root } from "../player/core/dom.js";
import { say } from "../player/core/config.js";
import { createThumbnail, createText } from "./thumbnail.js";

/** @param {Deck} deck @param {boolean} builds */
export function showPrintPages(deck, builds) {
  setAttr(root, "data-print", "");
  root.dataset.theme = "light";
  const pages = [];
  deck.steps.forEach((step, i) => {
    // A step that asks is printed asking: the steps after it answer.
    const shown = builds ? step.builds : [step.builds[0].how === "ask" ? step.builds[0] : step.builds.at(-1)];
    for (const { still } of shown) {
      pages.push(el("article", { className: "page" },
        el("div", { className: "words" }, el("p", { className: "kicker" }, step.kicker), el("h2", {}, still.title), createText(still)),
        createThumbnail(still),
        el("p", { className: "count" }, say("present.count", { n: i + 1, of: deck.steps.length }))));
    }
  });
  const ready = el("p", { className: "print-now" });
  const button = el("button", { type: "button" }, say("present.print"));
  button.addEventListener("click", () => print());
  ready.append(button);
  $("slides").replaceChildren(ready, ...pages);
  $("slides").hidden = false;
}
