// What the room sees of the poll while it is asked: the code, the address, and how many have answered. It stands beside
// the guesses that are put up by hand.
import { $, setAttr, el, formatNumber, on, setText } from "../player/core/dom.js";
import { say } from "../player/core/config.js";
import { keyName } from "./key-name.js";

export function createPollPanel({ code, toggle, again }) {
  const image = () => el("img", { alt: "" });
  const small = image(), large = image();
  const open = el("button", { type: "button", id: "poll-code" }, small);
  const count = el("p", { id: "poll-count" }), address = el("p", { id: "poll-address" }), note = el("p", { id: "poll-note", role: "status" });
  const lines = el("p", { id: "poll-thin", textContent: say("poll.lines") });
  const board = el("button", { type: "button", id: "poll-board-toggle" }), restart = el("button", { type: "button", id: "poll-again", textContent: say("poll.ask.again") });
  const box = el("section", { id: "poll", "aria-label": say("poll.title"), hidden: true },
    el("div", { id: "poll-join" }, open, el("div", {}, count, note, board, restart)), address, lines);
  $("room").before(box);
  for (const [key, what] of [["Q", "poll.key.code"], ["D", "poll.key.board"]])
    $("help").querySelector("dl").append(el("dt", {}, el("kbd", { textContent: key })), el("dd", { textContent: say(what) }));

  const big = { address: el("p", { className: "address" }), phones: el("p") };
  const dialog = el("dialog", { id: "poll-large", "aria-labelledby": "poll-large-title" }, large,
    el("div", {}, el("h2", { id: "poll-large-title", textContent: say("poll.open") }), big.address, el("p", { textContent: say("poll.network") }), big.phones,
      el("p", {}, el("button", { type: "button", textContent: say("control.close") }))));
  document.body.append(dialog);

  on(board, "click", toggle);
  on(restart, "click", again);
  on(open, "click", () => enlarge());
  const shut = () => {
    dialog.close();
    document.activeElement?.blur(); // the keys are the deck's again, at once
  };
  on(dialog.querySelector("button"), "click", shut);
  // A clicker must get out again, also where the dialog has lost the focus.
  on(document, "keydown", event => {
    if (!dialog.open || !["q", "PageDown", "PageUp", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", " ", "b", "."].includes(keyName(event))) return;
    event.preventDefault();
    shut();
  });
  // It is told late: by then another dialog may be open, whose keys stay its own.
  on(dialog, "close", () => { if (!document.querySelector("dialog[open]")) document.activeElement?.blur(); });

  function enlarge() {
    if (!dialog.open) dialog.showModal();
    else shut();
  }

  // show shows what is known. asks: the step asks; answered: its answer stands; shown: the answers are on the stage.
  function show({ state, trouble }, { asks, answered, shown, lines: line }) {
    box.hidden = !asks;
    // Before the answer the poll leads; after it the record does.
    if (asks && answered !== (box.previousElementSibling === $("room"))) answered ? $("room").after(box) : $("room").before(box);
    const where = state?.address ?? "", plain = where.replace(/^http:\/\//, "");
    for (const img of [small, large]) {
      img.hidden = !where;
      const at = `${code}?${encodeURIComponent(where)}`; // another address is another code
      if (where && img.src !== at) img.src = at;
    }
    setAttr(large, "alt", say("poll.code", { address: where }));
    setAttr(open, "aria-label", say("poll.code.large"));
    open.hidden = address.hidden = !where || answered || shown || !!state?.closed; // Q still shows them
    setText(address, plain);
    if (big.address.title !== where) {
      big.address.title = where;
      big.address.replaceChildren(...where ? [el("span", { textContent: where.slice(0, where.length - plain.length) }), el("wbr"), plain] : [say("poll.nowhere")]);
    }
    setText(big.phones, say("poll.phones", { n: formatNumber(state?.phones ?? 0) }));
    setText(count, state ? say("poll.answered", { n: formatNumber(state.answered), of: formatNumber(state.phones) }) : "");
    setText(board, say(shown ? "poll.hide" : "poll.show"));
    setAttr(board, "aria-pressed", String(shown));
    board.hidden = !state?.answered;
    restart.hidden = !state?.closed || answered;
    const said = trouble ? say(`poll.${trouble}`) : state && !where ? say("poll.nowhere") : state?.phones >= state?.most ? say("poll.full", { n: formatNumber(state.most) }) : state?.closed && !answered ? say("poll.closed") : "";
    setText(note, said);
    note.hidden = !said;
    lines.hidden = !line || !shown || !state?.tally?.answers;
    count.hidden = trouble === "ended";
  }
  return { show, enlarge, close: () => dialog.close() };
}
