// What the scripts of a document find changed inside the single file: what they fetch comes out of the file, and links
// inside it lead the file's window.
const file = globalThis.openCasesFile ?? parent.openCasesFile, framed = !globalThis.openCasesFile;

globalThis.fetch = (address, { signal } = {}) => file.answer(String(address), signal);

if (framed) {
  globalThis.revisit = search => file.again(search);
  addEventListener("click", event => {
    const link = /** @type {Element} */ (event.target).closest?.("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    file.go(link.getAttribute("href"));
  });
}
