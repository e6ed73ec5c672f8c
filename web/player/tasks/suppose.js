// The exercise of chapter `if`: the reader sets a share; the frame says what it would mean.
import { $, setAttr, el, setHTML, on, setStyle, setText } from "../core/dom.js";
import { dispatch, oncePerFrame } from "../core/command.js";

/** @returns {(suppose: Suppose, frame: Frame) => void} */
export function createSupposeSlider() {
  const area = $("suppose");
  const range = el("input", { type: "range", id: "share", min: 0, max: 100, step: 1 });
  const notice = el("p", { className: "notice" }), formula = el("p", { className: "formula" });
  const label = el("label", { htmlFor: "share" }), output = el("output", { htmlFor: "share" });
  const rate = el("i", { "aria-hidden": "true" }), mark = el("i", { "aria-hidden": "true", className: "asked" });
  area.append(notice, el("p", { className: "row" }, label, output), el("div", { className: "rail" }, rate, range, mark), formula);
  let knob = 0, asked = 0; // per cent: where the slider stands, and what is asked for
  const suppose = oncePerFrame(() => dispatch(`suppose ${asked / 100}`));
  // The slider shows the share of the picture. While the engine is on its way a hollow mark shows what was asked for, and
  // keys move on from there.
  on(range, "input", () => {
    const to = range.valueAsNumber, absolute = range.matches(":active") || to === 0 || to === 100;
    asked = absolute ? to : Math.max(0, Math.min(100, asked + to - knob));
    knob = to;
    suppose();
  });
  return (s, { waiting, fixed }) => {
    const shown = Math.round(s.share * 100), wish = waiting?.suppose;
    if (!suppose.isLate()) {
      asked = wish === undefined ? shown : Math.round((wish === "rate" ? s.rate : Number(wish)) * 100);
      knob = shown;
      if (range.valueAsNumber !== shown) range.value = shown;
    }
    setHTML(notice, s.noticeHTML);
    setHTML(formula, s.formulaHTML);
    setText(label, s.label);
    setText(output, s.shareText);
    setAttr(range, "aria-valuetext", s.shareText);
    setAttr(range, "aria-busy", asked === shown ? null : "true");
    range.disabled = !!fixed;
    setStyle(rate, "insetInlineStart", `${s.rate * 100}%`);
    mark.hidden = asked === shown;
    setStyle(mark, "insetInlineStart", `${asked}%`);
  };
}
