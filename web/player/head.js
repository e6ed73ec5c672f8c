// What must be right at the first paint: a script in the document's head, allowed by its hash. What is one of a few
// words is done here. Colours, fonts and digits take more to check than the first response has room for: where the
// address asks for them, their script is written into the head and read before anything is shown. LATER is its URL.
const { dataset } = document.documentElement, { search } = location;

if (window === parent) dataset.own = "";
for (const [, name, value] of search.matchAll(/[?&](theme|controls|caption)=(light|dark|minimal|none|off)(?=&|$)/g)) dataset[name] = value;
// By the parser, as no other way holds the first paint in every browser.
if (/[?&](accent|ground|font|numerals)=./.test(search)) document.write(`<script src="${LATER}"></script>`);
