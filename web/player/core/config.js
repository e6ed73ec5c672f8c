// What the site tells the scripts, as JSON in the document:
//
//   lang, chapter   "en", "gap"
//   chapters        [{name, title, beats, asks, views, months}] in the story's order; asks: its first beat asks for a guess;
//                   views and months: what each beat shows, at rest
//   stills          URL of a folder of CHAPTER-COMPOSITION.json: a list of stills (frame.Still) in the order of beats;
//                   a beat that asks has two, first asking, then answered without a guess
//   cards           URL of {REF: {title, value, html}}
//   record, words   URLs of {file: csv text} and {key: text}, for the engine
//   wasm, wasmBytes URL of the engine and its length once decoded; wasmExec: URL of Go's support script
//   parts           {table, sources, article, help}: URLs of HTML fragments
//   late            URL of late.css
//   page            URL of the standalone page
//   search          the query of the address, where the address itself cannot have one; inside: the document's own address,
//                   where the address holds that of a whole file (web/bundle)
//   say             {key: text}: of the keys that say.txt lists, the texts as they are written in data/words
/** @type {Config} */
export const config = JSON.parse(document.getElementById("config").textContent);

// search is the query that the document was opened with.
/** @type {string} */
export const search = config.search ?? location.search;

// say gives one of those texts; {name} in it takes a value.
/** @type {(key: string, values?: Record<string, string | number>) => string} */
export const say = (key, values = {}) => {
  let text = config.say[key] ?? `[${key}]`;
  for (const name in values) text = text.replace(`{${name}}`, String(values[name]));
  return text;
};
