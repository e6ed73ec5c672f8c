// What in the address, or in what a page asks later, does not fit: said once, to whoever looks into the console.
import { colour, plain, stacks } from "./look.js";

const forms = { ...plain, guess: /^(on|off)$/, numerals: /^(auto|latn|arab)$/, height: /^(auto|fit|\d+)$/ };

// check takes URLSearchParams, and the names of the colours that look.js found hard to see.
export function check(params, hard, complain) {
  const unfit = (name, want) => complain(`parameter ${name}: "${params.get(name).slice(0, 40)}" does not fit; write ${want}`);
  for (const name of ["ground", "accent"]) {
    if (params.has(name) && !colour(params.get(name).trim())) unfit(name, "a colour like #1f5f9e");
  }
  if (hard.includes("ground")) complain("parameter ground: words or marks would be hard to see on it; a paler or a darker one is needed");
  if (hard.includes("accent")) complain("parameter accent: it would be hard to see on the ground");
  if (params.has("font") && !Object.hasOwn(stacks, params.get("font").trim())) unfit("font", `one of ${Object.keys(stacks).join(", ")}`);
  for (const [name, form] of Object.entries(forms)) {
    if (params.has(name) && !form.test(params.get(name).trim())) unfit(name, form.source.replace(/[^a-z|\\]/g, "").replaceAll("|", ", ").replace("\\d", "a number of px"));
  }
}
