// The player on the page of the single file: a document of its own in a frame, as everywhere; it is written into the frame
// and its scripts are started from here.

export function createPlayerFrame(set, iframe, lang) {
  let search = "";

  // enter starts the scripts in the document that the frame holds, once it is whole.
  function enter() {
    const doc = iframe.contentDocument, config = doc?.getElementById("config");
    if (!config || doc.readyState !== "complete") {
      iframe.addEventListener("load", enter, { once: true });
      return;
    }
    if (search) config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), search });
    const make = (name, text, type) => {
      const e = doc.createElement(name);
      if (type) e.type = type;
      e.textContent = text;
      doc.head.append(e);
    };
    make("style", document.getElementById("fonts").textContent);
    make("style", set.text("styles/late.css"));
    make("script", set.text("scripts/wasm_exec.js"));
    make("script", set.text("scripts/player.js"), "module");
  }

  return {
    enter,
    // show puts another chapter's document there; search is what its address would hold.
    show(chapter, query) {
      search = query;
      iframe.addEventListener("load", enter, { once: true });
      iframe.srcdoc = set.text(`${lang}/player/${chapter}/index.html`);
    },
  };
}
