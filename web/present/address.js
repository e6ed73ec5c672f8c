// Where the window's address says the presenter stands: after # the step, 14 or 14.2; before it what it is asked for. In a
// single file (web/bundle) all of that stands after the file's own #, behind the document's path.
import { config, search } from "../player/core/config.js";

const inside = config.inside;
const within = () => new URL(inside ? location.hash.slice(1) : location.href, "x:/");

export const query = new URLSearchParams(inside ? within().search : search);

// stepInAddress is the step in the address, or "".
export const stepInAddress = () => within().hash.slice(1);

// addressOfStep is the address with a step in it.
export const addressOfStep = step => `${inside ? `#${inside}` : location.pathname}${query.size ? `?${query}` : ""}#${step}`;
