// What all scenes are given: the picture as numbers (scene.go), where marks stand, and how they move. scene_test.go holds
// these curves to the product's.
export const data = JSON.parse(document.getElementById("data").textContent);
export const stage = document.getElementById("stage");

// scale is from px of the design to CSS px of the stage.
export const scale = stage.clientWidth / data.w;

// ink is a colour by its role.
export const ink = name => data.inks[name];

// centre is where the i-th mark of a heap stands.
export const x = (heap, i) => (heap.x + (i % heap.across + .5) * heap.pitch) * scale;
export const y = (heap, i) => (heap.y - (Math.floor(i / heap.across) + .5) * heap.pitch) * scale;

// A heap settles between two fronts: marks before full are whole, marks from lead on are not there yet.
export function fronts(heap, ms) {
  const u = Math.min(1, Math.max(0, ms / heap.settle));
  return { lead: heap.count * (2 * u - u * u), full: heap.count * u * u * (3 - 2 * u), over: u === 1 };
}

// strength is how much of the i-th mark is there, 0 to 1.
export const strength = ({ lead, full }, i) => Math.min(1, Math.max(0, (lead - i) / Math.max(lead - full, 1)));

// starts and ends are the same curves the other way round: the ms at which the i-th mark begins to be there, and is.
export const starts = (heap, i) => heap.settle * (1 - Math.sqrt(1 - i / heap.count));
export const ends = (heap, i) => heap.settle * (.5 - Math.sin(Math.asin(1 - 2 * i / heap.count) / 3));

// ease is the course of a report on its way.
export const ease = u => u <= 0 ? 0 : u >= 1 ? 1 : u * u * (3 - 2 * u);

// begins is when a heap starts to settle while the timeline takes so many ms a month.
export const begins = (heap, step) => heap.month * step;

// lasts is how long the whole settling takes.
export const lasts = step => Math.max(...data.strikes.blocks.map(heap => begins(heap, step) + heap.settle));

// reports lists the 1,799 in the order of their numbers, as they stand in the two pictures.
export const reports = (() => {
  const places = name => data[name].blocks.flatMap(heap => Array.from({ length: heap.count }, (_, i) =>
    ({ x: x(heap, i), y: y(heap, i), size: heap.size * scale, ink: heap.ink, ring: heap.shape === "ring" })));
  const before = places("reports"), after = places("cases"), { stagger, stream } = data.travel;
  return before.map((from, n) => ({ n, reports: from, cases: after[n], delay: stagger * (n % stream) / stream }));
})();

// passing is how long all reports are on their way.
export const passing = data.travel.time + data.travel.stagger;

// A ring's line is this share of its diameter.
export const ringShare = .2;
