// PixiJS with its ParticleContainer, the part of it that is made for this: marks are particles of one texture. What moves
// and what has settled have a container each: the small one uploads its particles' sizes and colours each frame, the large
// one nothing. The ticker runs only while something moves. Words are elements over the canvas.
import { Application, Particle, ParticleContainer, Rectangle, Texture } from "pixi.js";
import { begins, data, ease, fronts, ink, lasts, passing, reports, ringShare, scale, stage, strength, x, y } from "../marks.js";
import { dress, tell } from "../words.js";
import { expose } from "../page.js";

const app = new Application();
await app.init({
  preference: "webgl", resizeTo: stage, resolution: devicePixelRatio, autoDensity: true, antialias: false,
  backgroundAlpha: 0, autoStart: false,
});
app.canvas.style.cssText += "position:absolute;inset:0";
stage.append(app.canvas);

// One small sheet with the three shapes, as large as they are shown: particles of one container share a texture. Each has
// an empty margin, so that its edges are soft wherever it stands.
const sheet = (() => {
  const ratio = devicePixelRatio, largest = mark => Math.max(...reports.map(report => report[mark].size));
  const sizes = [data.strikes.blocks[0].size * scale, largest("reports"), largest("cases"), largest("cases")].map(size => size * ratio);
  const cells = sizes.map(size => Math.ceil(size) + 2), height = Math.max(...cells);
  const canvas = Object.assign(document.createElement("canvas"), { width: cells.reduce((a, b) => a + b), height }), pen = canvas.getContext("2d");
  const source = Texture.from(canvas).source;
  let left = 0;
  const parts = sizes.map((size, n) => {
    const cell = cells[n], middle = left + cell / 2;
    pen.fillStyle = "#fff";
    pen.beginPath();
    if (n === 0) pen.rect(middle - size / 2, (cell - size) / 2, size, size);
    else pen.arc(middle, cell / 2, size / 2, 0, 2 * Math.PI);
    if (n === 3) pen.arc(middle, cell / 2, size / 2 * (1 - 2 * ringShare), 0, 2 * Math.PI, true);
    pen.fill();
    const texture = new Texture({ source, frame: new Rectangle(left, 0, cell, cell) });
    left += cell;
    return { texture, size };
  });
  source.update();
  return { square: parts[0], small: parts[1], disc: parts[2], ring: parts[3] };
})();

const still = new ParticleContainer({ texture: sheet.square.texture, dynamicProperties: { position: false, color: false } });
const settling = new ParticleContainer({ texture: sheet.square.texture, dynamicProperties: { position: false, vertex: true, color: true } });
const going = new ParticleContainer({ texture: sheet.disc.texture, dynamicProperties: { position: true, vertex: true, color: true } });
for (const container of [still, settling, going]) container.boundsArea = new Rectangle(0, 0, stage.clientWidth, stage.clientHeight);
app.stage.addChild(still, settling, going);

const particle = ({ texture, size: drawn }, tint, at, size, alpha = 1) => new Particle({
  texture, tint, alpha, x: at.x, y: at.y, anchorX: .5, anchorY: .5, scaleX: size / drawn, scaleY: size / drawn,
});
const shapeOf = (mark, name) => mark.ring ? sheet.ring : name === "reports" ? sheet.small : sheet.disc;
const squares = (heap, alpha) => Array.from({ length: heap.count }, (_, i) =>
  particle(sheet.square, ink("strike"), { x: x(heap, i), y: y(heap, i) }, heap.size * scale, alpha));

// fill replaces what a container holds.
function fill(container, particles) {
  container.particleChildren = particles;
  container.update();
}

function rest(name) {
  fill(settling, []);
  fill(going, name === "strikes" ? [] : reports.map(report => report[name]).map(mark =>
    particle(shapeOf(mark, name), ink(mark.ink), mark, mark.size)));
  fill(still, name === "strikes" ? data.strikes.blocks.flatMap(heap => squares(heap)) : []);
  app.render();
}

// run lets the ticker call frame with the ms since its start until it says that it is over.
const run = frame => new Promise(done => {
  const start = performance.now();
  const each = () => {
    if (!frame(performance.now() - start)) return;
    app.ticker.remove(each);
    app.ticker.stop();
    app.render();
    done();
  };
  app.ticker.add(each);
  app.ticker.start();
});

function settle(step) {
  const whole = lasts(step);
  let waiting = [...data.strikes.blocks], moving = [];
  return run(ms => {
    const come = waiting.filter(heap => begins(heap, step) <= ms);
    if (come.length) {
      waiting = waiting.filter(heap => !come.includes(heap));
      for (const heap of come) moving.push({ heap, marks: squares(heap, 0) });
      fill(settling, moving.flatMap(each => each.marks));
    }
    for (const { heap, marks } of moving) {
      const front = fronts(heap, ms - begins(heap, step)), size = heap.size * scale / sheet.square.size;
      marks.forEach((mark, i) => {
        const s = strength(front, i);
        if (s === mark.alpha) return;
        mark.alpha = s;
        mark.scaleX = mark.scaleY = size * (.6 + .4 * s);
      });
    }
    const over = moving.filter(each => ms >= begins(each.heap, step) + each.heap.settle);
    if (over.length) {
      moving = moving.filter(each => !over.includes(each));
      fill(still, [...still.particleChildren, ...over.flatMap(each => each.marks)]);
      fill(settling, moving.flatMap(each => each.marks));
    }
    tell(step ? Math.min(data.months.length - 1, Math.floor(ms / step)) : data.months.length - 1);
    return ms >= whole;
  });
}

// A report that becomes a ring fades from a disc into one: two particles on one way.
async function regroup(to) {
  const from = to === "cases" ? "reports" : "cases";
  dress(data[to]);
  const ways = reports.map(report => {
    const a = report[from], b = report[to];
    const old = particle(shapeOf(a), ink(a.ink), a, a.size), fresh = particle(shapeOf(b), ink(b.ink), a, a.size, 0);
    return { a, b, delay: report.delay, old, fresh };
  });
  fill(going, ways.flatMap(way => [way.old, way.fresh]));
  await run(ms => {
    for (const { a, b, delay, old, fresh } of ways) {
      const e = ease((ms - delay) / data.travel.time), size = a.size + (b.size - a.size) * e;
      old.x = fresh.x = a.x + (b.x - a.x) * e;
      old.y = fresh.y = a.y + (b.y - a.y) * e;
      old.scaleX = old.scaleY = fresh.scaleX = fresh.scaleY = size / sheet.disc.size;
      old.alpha = e < 1 ? 1 - e * e : 0;
      fresh.alpha = e;
    }
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
    for (const container of [still, settling, going]) fill(container, []);
    app.render();
  },
  settle,
  regroup,
});
