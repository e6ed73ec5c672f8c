// Digits as the address asks for them: numerals=arab writes ٠ to ٩, numerals=latn 0 to 9, whatever the language's own
// are. Only what is shown changes: addresses, commands and the fields a reader types into keep their digits.
const sets = { latn: "0123456789,.", arab: "٠١٢٣٤٥٦٧٨٩٬٫" };

// translateDigits writes every digit of a text, and the marks between digits, in the other set.
/** @param {string} text @param {string} kind */
export function translateDigits(text, kind) {
  const to = sets[kind], from = sets[kind === "arab" ? "latn" : "arab"];
  return text.replace(/[\d٠-٩]|(?<=[\d٠-٩])[,.٬٫](?=[\d٠-٩])/g, c => to[from.indexOf(c)] ?? c);
}

// applyNumerals follows all that is, and will be, in a document or an element.
/** @param {string} kind @param {Node} within */
export function applyNumerals(kind, within) {
  const write = node => {
    for (const child of node.childNodes) write(child);
    if (node.nodeType !== Node.TEXT_NODE || node.parentElement?.closest("script, style, title, input, textarea")) return;
    const text = translateDigits(node.data, kind);
    if (text !== node.data) node.data = text;
  };
  write(within);
  new MutationObserver(changes => {
    for (const { target, type, addedNodes } of changes) (type === "characterData" ? [target] : addedNodes).forEach(write);
  }).observe(within, { subtree: true, childList: true, characterData: true });
}
