// Where this script came from is where the player is. A module has no currentScript: it is looked for by its name.
const script = document.currentScript ?? [...document.scripts].find(s => /\/embed\.js(\?|$)/.test(s.src));

export const site = new URL(".", script?.src || document.baseURI).href;
