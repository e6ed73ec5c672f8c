// Colours, fonts and digits that the address asks for, before the first paint (head.js).
import { applyAppearance } from "./host/appearance.js";
import { applyNumerals } from "./host/numerals.js";

const asked = new URLSearchParams(location.search), digits = asked.get("numerals");
applyAppearance(asked);
if (/^(arab|latn)$/.test(digits)) applyNumerals(digits, document);
