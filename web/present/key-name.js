// Which key of a shortcut was pressed, whatever the keyboard's layout. A clicker sends the key of B: with a Russian layout
// that is "и", with an Arabic one "لا".

const digit = /^\p{Nd}$/u, latin = /^\p{Script=Latin}+$/u;

// digitOf is the value of a digit: those of a script follow each other from nought.
function digitOf(character) {
  let n = 0;
  for (let at = character.codePointAt(0); digit.test(String.fromCodePoint(at - n - 1));) n++;
  return String(n % 10);
}

// keyName is a small Latin letter, a digit from 0 to 9, or the event's own key. Letters go by their place on the keyboard
// where the layout has no Latin letter there.
/** @param {{key: string, code?: string}} event @returns {string} */
export function keyName({ key, code = "" }) {
  if (digit.test(key)) return digitOf(key);
  if (code === "NumpadDecimal" && key.length === 1) return ".";
  if (latin.test(key) && !["Process", "Unidentified", "Dead"].includes(key)) return key.length > 1 ? key : key.toLowerCase();
  if (key === "." || key === "?") return key;
  if (key === "؟") return "?";
  if (code === "Period" && /[^\0-\x7f]/.test(key)) return ".";
  return /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? key;
}
