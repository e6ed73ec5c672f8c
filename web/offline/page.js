// What a page without other scripts asks for: the site puts this into it, ROOT being the address of the site's root.
import { registerWorker } from "../player/core/register.js";

registerWorker(ROOT);
