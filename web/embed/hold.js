// How high the player will be, as a CSS length in per cent of its own width: to be used as padding, which is counted in
// the width. So the place is held before there is a frame, at every width, and nothing moves when it comes.
// The three terms are the three compositions of player.css; a step of 99999 ends one where the next begins.

// hold takes the parameters, and how high a button is (44 px where fingers point) in the narrow and in the other forms.
export function hold({ controls, caption } = {}, narrow = 44, broad = 40) {
  const bar = controls === "none" ? 0 : 1, foot = caption === "on" ? 32 : 0;
  const rows = (words, button) => `${words + button + 4 + bar * (button + 7) + foot}px`;
  return `max(min(${rows(298.72, narrow)} + max(280px,100% - 32px)*1.178572,(560px - 100%)*99999),` +
    `min(${rows(193.24, broad)} + max(560px,100% - 48px)*.678572,(1080px - 100%)*99999),` +
    `${4 + 4 * bar + foot}px + 2.8% + max(500px,44.5946%) + max(${broad}px,3%)*${1 + bar})`;
}
