// The script of a host page. It defines <open-cases>, and makes one inside every element that has data-open-cases.
// It may be included as often as one likes: only the first does anything.
import { upgradeDivs } from "./upgrade-divs.js";
import { OpenCases } from "./element.js";

if (!customElements.get("open-cases")) {
  customElements.define("open-cases", OpenCases);
  upgradeDivs(document);
}
