// The exercise of chapter `if`: the reader sets a share; the frame says what it would mean.

export function supposing({ $, attr, el, framed, html, on, send, style, text }) {
  const area = $("suppose");
  const range = el("input", { type: "range", id: "share", min: 0, max: 100, step: 1 });
  const notice = el("p", { className: "notice" }), formula = el("p", { className: "formula" });
  const label = el("label", { htmlFor: "share" }), output = el("output", { htmlFor: "share" }), rate = el("i", { "aria-hidden": "true" });
  area.append(notice, el("p", { className: "row" }, label, output), el("div", { className: "rail" }, rate, range), formula);
  const suppose = framed(share => send(`suppose ${share / 100}`));
  on(range, "input", () => suppose(range.value));
  return s => {
    html(notice, s.noticeHTML);
    html(formula, s.formulaHTML);
    text(label, s.label);
    text(output, s.shareText);
    attr(range, "aria-valuetext", s.shareText);
    if (document.activeElement !== range) range.value = Math.round(s.share * 100);
    style(rate, "insetInlineStart", `${s.rate * 100}%`);
  };
}
