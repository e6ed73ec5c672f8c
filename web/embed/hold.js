// How high the player will be, as a CSS length in per cent of its own width: to be used as padding, which is counted in
// the width. So the place is held before there is a frame, at every width, and nothing moves when it comes.
// The numbers are those of player.css; the tests of internal/embedtest hold one to the other at many widths.

// below adds px where the width is smaller than an edge.
const below = (edge, px) => `clamp(0px,(${edge}px - 100%)*99999,${px}px)`;

// Chapters with tools of their own keep room for them: px in the narrow form, and in the article's.
const tools = { if: [120.64, 101.07], explore: [182.12, 115.86] };

// hold takes the parameters, and how high a button is in the narrow and in the other forms: 44 px where fingers point.
/** @param {{chapter?: string, controls?: string, caption?: string}} [parameters] @param {number} [narrow] @param {number} [broad] */
export function hold({ chapter, controls, caption } = {}, narrow = 44, broad = 40) {
  const bar = controls === "none" ? 0 : 1, foot = caption === "off" ? 0 : 26.2;
  const [small, large] = Object.hasOwn(tools, chapter) ? tools[chapter] : [0, 0];
  // Words and rows of buttons stand above and below the stage.
  // The px more keeps a part of one from being cut: the frame would get a scrollbar, and with it another width.
  const rows = (words, button) => `${words + button + 5 + bar * (button + 7) + foot}px`;
  const forms = [
    `${rows(168.8 + small, narrow)} + ${[298, 352, 394, 482].map(edge => below(edge, 23.2)).join(" + ")} + max(280px,100% - 32px)*1.178572`,
    `${rows(185 + large, broad)} + ${below(690, 24.65)} - ${below(560, 200)} + max(560px,100% - 48px)*.571429`,
    `${5 + 4 * bar}px + 2.8% + max(500px,44.5946%) + max(${broad}px,3%)*${1 + bar}`,
  ];
  // A form is cut off at its edge, and lower than the narrower one below it.
  const until = (edge, form) => `min(${form},(${edge}px - 100%)*99999)`;
  return `max(${until(560, forms[0])},${until(1080, forms[1])},${forms[2]})`;
}
