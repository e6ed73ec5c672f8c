// What the scripts of a document find changed inside the single file: what they fetch comes out of the file, and links
// inside it lead the file's window.
const file = globalThis.openCasesFile ?? parent.openCasesFile, framed = !globalThis.openCasesFile;

// flow is the parts of a file as a stream, until signal ends it.
function flow(parts, signal) {
  return new ReadableStream({
    start(controller) {
      signal?.addEventListener("abort", () => controller.error(signal.reason));
    },
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (fault) {
        controller.error(fault); // does nothing where it has been ended
      }
    },
  });
}

globalThis.fetch = async (address, { signal } = {}) => {
  const found = await file.find(String(address));
  if (!found) return new Response("", { status: 404 });
  return new Response(found.parts ? flow(found.parts, signal) : found.bytes, { headers: { "Content-Type": found.type } });
};

if (framed) {
  globalThis.revisit = search => file.again(search);
  addEventListener("click", event => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    file.go(link.getAttribute("href"));
  });
}
