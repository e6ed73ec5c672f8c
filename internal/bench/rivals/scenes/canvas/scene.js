// Canvas 2D, by hand. What moves and what has settled have a canvas each, so that a settled mark is drawn once and never
// again; what moves is cleared and drawn anew each frame. Marks of one look are one path: a fill costs more than a mark.
import { begins, data, ease, fronts, ink, lasts, passing, reports, ringShare, scale, stage, strength, x, y } from "../marks.js";
import { dress, tell } from "../words.js";
import { expose } from "../page.js";

const grades = 8; // looks between nothing and whole

function layer() {
  const canvas = document.createElement("canvas"), ratio = devicePixelRatio;
  canvas.width = stage.clientWidth * ratio;
  canvas.height = stage.clientHeight * ratio;
  canvas.style.cssText = "position:absolute;inset:0;width:100%;height:100%";
  stage.append(canvas);
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  return pen;
}

const still = layer(), moving = layer();
const wipe = pen => pen.clearRect(0, 0, stage.clientWidth, stage.clientHeight);

// squares adds the marks first to last of a heap to the path.
function squares(pen, heap, first, last, size = heap.size * scale) {
  for (let i = first; i < last; i++) pen.rect(x(heap, i) - size / 2, y(heap, i) - size / 2, size, size);
}

function rest(name) {
  wipe(still);
  wipe(moving);
  moving.canvas.hidden = true;
  if (name !== "strikes") {
    discs(still, name, name, Infinity);
    return;
  }
  still.fillStyle = ink("strike");
  still.beginPath();
  for (const heap of data.strikes.blocks) squares(still, heap, 0, heap.count);
  still.fill();
}

// run calls frame with the ms since its start until it says that it is over.
const run = frame => new Promise(done => {
  const start = performance.now();
  moving.canvas.hidden = false;
  const next = now => frame(Math.max(0, now - start)) ? done() : requestAnimationFrame(next);
  requestAnimationFrame(next);
});

function settle(step) {
  const heaps = data.strikes.blocks.map(heap => ({ heap, whole: 0 })), whole = lasts(step);
  still.fillStyle = moving.fillStyle = ink("strike");
  return run(ms => {
    wipe(moving);
    still.beginPath();
    const paths = Array.from({ length: grades }, () => new Path2D());
    for (const each of heaps) {
      const { heap } = each, front = fronts(heap, ms - begins(heap, step)), { lead } = front;
      const full = front.over ? heap.count : Math.floor(front.full);
      squares(still, heap, each.whole, full);
      each.whole = full;
      for (let i = full; i < lead; i++) {
        const s = strength(front, i), size = heap.size * scale * (.6 + .4 * s);
        paths[Math.min(grades - 1, Math.floor(s * grades))].rect(x(heap, i) - size / 2, y(heap, i) - size / 2, size, size);
      }
    }
    still.fill();
    paths.forEach((path, grade) => {
      moving.globalAlpha = (grade + .5) / grades;
      moving.fill(path);
    });
    moving.globalAlpha = 1;
    tell(step ? Math.min(data.months.length - 1, Math.floor(ms / step)) : data.months.length - 1);
    if (ms < whole) return false;
    moving.canvas.hidden = true;
    return true;
  });
}

// blend is a colour between two.
const channels = css => [1, 3, 5].map(at => parseInt(css.slice(at, at + 2), 16));
const blend = (a, b, part) => `rgb(${channels(a).map((from, k) => Math.round(from + (channels(b)[k] - from) * part))})`;

// discs draws the reports on their way from one picture to another, or at rest in one. A ring is a disc with a hole that
// grows.
function discs(pen, from, to, ms) {
  const looks = new Map();
  for (const report of reports) {
    const e = ease((ms - report.delay) / data.travel.time), a = report[from], b = report[to], mix = Math.round(e * grades) / grades;
    const key = `${a.ink} ${b.ink} ${mix}`;
    let look = looks.get(key);
    if (!look) looks.set(key, look = { path: new Path2D(), colour: blend(ink(a.ink), ink(b.ink), mix) });
    const r = (a.size + (b.size - a.size) * e) / 2, at = [a.x + (b.x - a.x) * e, a.y + (b.y - a.y) * e];
    const hole = r * (1 - 2 * ringShare) * (a.ring ? 1 - mix * !b.ring : b.ring * mix);
    look.path.moveTo(at[0] + r, at[1]);
    look.path.arc(...at, r, 0, 2 * Math.PI);
    if (hole) {
      look.path.moveTo(at[0] + hole, at[1]);
      look.path.arc(...at, hole, 0, 2 * Math.PI, true);
    }
  }
  for (const { path, colour } of looks.values()) {
    pen.fillStyle = colour;
    pen.fill(path);
  }
}

async function regroup(to) {
  const from = to === "cases" ? "reports" : "cases";
  wipe(still);
  dress(data[to]);
  await run(ms => {
    wipe(moving);
    discs(moving, from, to, ms);
    return ms >= passing;
  });
  rest(to);
}

expose({
  show(name) {
    dress(data[name]);
    rest(name);
  },
  clear() {
    dress(data.strikes);
    wipe(still);
    wipe(moving);
  },
  settle,
  regroup,
});
