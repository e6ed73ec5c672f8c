// The stage's composition follows the window: that for projectors, or where the window is higher than wide, a phone held
// upright, the narrow one with the words under it.
const upright = matchMedia("(max-aspect-ratio: 1/1)");

export const composition = () => upright.matches ? "narrow" : "projector";

// onTurn calls back when the window has been turned.
export const onTurn = then => upright.addEventListener("change", then);
