// All steps at a glance, to go to one.
import { $, setAttr, el, on } from "../player/core/dom.js";
import { keyName } from "./key-name.js";
import { createThumbnail } from "./thumbnail.js";

/** @param {{deck: Deck, session: PresentSession, go: (place: Place | null) => void}} presentation */
export function createOverview({ deck, session, go }) {
  const dialog = $("overview"), list = $("overview-list");
  let made = false;

  function close() {
    dialog.close();
    document.activeElement?.blur(); // the keys are the deck's again, at once
  }

  function make() {
    made = true;
    deck.steps.forEach((step, i) => {
      const button = el("button", { type: "button" }, el("span", { className: "title" }, `${i + 1} · ${step.title}`), createThumbnail(step.builds.at(-1).still));
      on(button, "click", () => {
        close();
        go({ step: i, build: 0 });
      });
      list.append(button);
    });
  }

  on(dialog, "keydown", event => {
    const all = [...list.children], i = all.indexOf(document.activeElement);
    const row = all.filter(e => e.offsetTop === all[0].offsetTop).length;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row, PageDown: row, PageUp: -row, Home: -all.length, End: all.length }[event.key];
    if (event.key === "Escape" || keyName(event) === "o") close();
    else if (by) all[Math.max(0, Math.min(all.length - 1, i + (document.documentElement.dir === "rtl" && Math.abs(by) === 1 ? -by : by)))].focus();
    else return;
    event.preventDefault();
  });
  return {
    // redraw shows what the deck holds now.
    redraw() {
      made = false;
      list.replaceChildren();
      if (dialog.open) close();
    },
    open() {
      if (dialog.open) return close();
      if (!made) make();
      [...list.children].forEach((e, i) => setAttr(e, "aria-current", i === session.state.at.step ? "step" : null));
      dialog.showModal();
      const here = list.children[session.state.at.step];
      here.focus();
      here.scrollIntoView({ block: "center" });
    },
  };
}
