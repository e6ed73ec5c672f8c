// Colours, fonts and digits that the address asks for, before the first paint (head.js).
import { look } from "./host/appearance.js";
import { numerals } from "./host/numerals.js";

const asked = new URLSearchParams(location.search), digits = asked.get("numerals");
look(asked);
if (/^(arab|latn)$/.test(digits)) numerals(digits, document);
