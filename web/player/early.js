// Colours, fonts and digits that the address asks for, before the first paint (first.js).
import { look } from "./look.js";
import { numerals } from "./numerals.js";

const asked = new URLSearchParams(location.search), digits = asked.get("numerals");
look(asked);
if (/^(arab|latn)$/.test(digits)) numerals(digits, document);
