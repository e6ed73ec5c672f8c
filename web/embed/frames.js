// One listener hears all frames of the page. It is there while there is a frame.
import { site } from "./site.js";

const live = new Set(); // elements with a frame

// hear gives a message to the element whose frame it came from: of our form, and of our site or a sandboxed frame of it.
function hear({ data, source, origin: from }) {
  if (data?.openCases !== 1 || from !== new URL(site).origin && from !== "null") return;
  for (const element of live) if (element.frame.contentWindow === source) element.hear(data);
}

export function join(element) {
  addEventListener("message", hear);
  live.add(element);
}

export function leave(element) {
  live.delete(element);
  if (!live.size) removeEventListener("message", hear);
}

export const elements = () => [...live];
