// One listener hears all frames of the page. It is there while there is a frame.
import { site } from "./site.js";

const live = new Set(); // elements with a frame

// receive gives a message to the element whose frame it came from: of our form, and of our site or a sandboxed frame of it.
function receive({ data, source, origin: from }) {
  if (data?.openCases !== 1 || from !== new URL(site).origin && from !== "null") return;
  for (const element of live) if (element.frame.contentWindow === source) element.hear(data);
}

export function addFrame(element) {
  addEventListener("message", receive);
  live.add(element);
}

export function removeFrame(element) {
  live.delete(element);
  if (!live.size) removeEventListener("message", receive);
}

export const elements = () => [...live];
