// Digits as the address asks for them: numerals=arab writes ٠ to ٩, numerals=latn 0 to 9, whatever the language's own
// are. Only what is shown changes: addresses, commands and the fields a reader types into keep their digits.
const sets = { latn: ["0123456789", ",", "."], arab: ["٠١٢٣٤٥٦٧٨٩", "٬", "٫"] };

// translate writes every digit of a text, and the marks between digits, in the other set.
export function translate(text, kind) {
  const [digits, group, point] = sets[kind], [others, group2, point2] = sets[kind === "arab" ? "latn" : "arab"];
  return text.replace(new RegExp(`([${others}])([${group2}${point2}])(?=[${others}])`, "g"), (_, digit, mark) => digit + (mark === group2 ? group : point))
    .replace(new RegExp(`[${others}]`, "g"), c => digits[others.indexOf(c)]);
}

export function numerals(kind, root) {
  const write = node => {
    if (node.parentElement?.closest("script, style, input, textarea")) return;
    const text = translate(node.data, kind);
    if (text !== node.data) node.data = text;
  };
  const all = from => {
    const walk = document.createTreeWalker(from, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) write(walk.currentNode);
  };
  all(root);
  new MutationObserver(changes => {
    for (const c of changes) {
      if (c.type === "characterData") write(c.target);
      else for (const node of c.addedNodes) node.nodeType === Node.TEXT_NODE ? write(node) : all(node);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true });
}
