// Words and lines of a picture as elements over the marks, for the scenes whose library has no better way to set them.
// They change a few times a second at most.
import { data, ink, scale, stage } from "./marks.js";

const element = (name, text, style) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.assign(made.style, style);
  return made;
};
const px = n => `${n * scale}px`;
const shift = { left: "none", middle: "translateX(-50%)", right: "translateX(-100%)" };

const words = element("div", "", { position: "absolute", inset: 0 }), lines = element("canvas", "", { position: "absolute", inset: 0, width: "100%", height: "100%" });
stage.prepend(lines);
stage.append(words);
const axis = document.getElementById("axis");
for (const { x, text } of data.ticks) axis.append(element("span", text, { left: px(x) }));

let total, told;

// dress shows the words and lines of a picture.
export function dress({ labels, lines: paths }) {
  words.replaceChildren(...labels.map(label => {
    const made = element("div", "", {
      position: "absolute", left: px(label.x), top: px(label.y), transform: shift[label.anchor], whiteSpace: "nowrap",
      font: `${label.weight} ${label.size * scale}px/1.25 system-ui, sans-serif`, color: ink(label.ink),
    });
    made.append(...label.lines.map(text => element("div", text)));
    if (label.total) [total, told] = [made.firstChild, label.lines[0]];
    return made;
  }));
  const ratio = devicePixelRatio, pen = lines.getContext("2d");
  lines.width = stage.clientWidth * ratio;
  lines.height = stage.clientHeight * ratio;
  pen.scale(ratio * scale, ratio * scale);
  for (const { points, ink: role, area, alpha } of paths) {
    pen.globalAlpha = alpha * (area ? .25 : 1);
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.fillStyle = pen.strokeStyle = ink(role);
    area ? pen.fill() : pen.stroke();
  }
}

// tell says the total of a month, and marks for the bench where that is another one.
export function tell(month) {
  const text = data.totals[month];
  if (!text || text === told) return;
  total.textContent = told = text;
  performance.mark("bench.month");
}
