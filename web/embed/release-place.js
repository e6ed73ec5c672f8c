// releasePlace gives up the place that a page's own code holds for a player before the script is there: the player holds it
// from now on.
export function releasePlace({ style }) {
  if (/\b0px/.test(style.height)) style.display = style.gridTemplateColumns = style.height = style.paddingBottom = "";
}
