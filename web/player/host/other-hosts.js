// The messages by which other publishers' scripts learn a frame's height. What is harmless to everybody is
// always sent; the rest when the parent has shown that it speaks that way. Nothing is ever sent that is not a text or a
// plain object: three of these scripts read properties of whatever comes.

// connectOtherHosts sends by post. limit is the greatest height the parent allows, if it has one.
/** @param {URLSearchParams} params @param {(message: unknown) => void} post */
export function connectOtherHosts(params, post) {
  const pym = /^(?!.*xPYMx)[ -~]{1,200}$/.exec(params.get("childId") ?? "")?.[0];
  const secret = /[?&]secret=(\w{10})(?!\w)/.exec(location.hash)?.[1]; // WordPress puts it into the fragment
  const guardian = `iframeMessenger:${Math.random().toString(36).slice(2, 7)}`;
  let resizer; // the id that iframe-resizer has given this frame

  return {
    limit: secret && 1000,

    sendHeight(px) {
      post({ sentinel: "amp", type: "embed-size", height: px });
      post({ "datawrapper-height": { "open-cases": px } });
      post(JSON.stringify({ src: location.href, context: "iframe.resize", height: px })); // Medium, Embedly
      post(JSON.stringify({ id: guardian, type: "set-height", value: px }));
      if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${px}`);
      if (secret) post({ message: "height", value: Math.min(1000, Math.max(200, px)), secret });
      if (resizer) post(`[iFrameSizer]${resizer}:${px}:${innerWidth}:size`);
    },

    // handleMessage returns whether the message asks for the height.
    handleMessage(data) {
      if (typeof data === "string") {
        if (data.startsWith("[iFrameSizer]")) return initResizer(data.slice(13));
        return !!pym && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`);
      }
      if (data === null || typeof data !== "object") return false;
      if (data.sentinel === "amp") return data.type === "frames-init";
      return !!secret && data.message === "ready" && data.secret === secret;
    },

    // In a sandboxed frame no link opens a window; WordPress follows those to this site itself.
    forwardLinks($, on) {
      if (secret) on(document, "click", event => {
        const link = event.target.closest?.("a[href]");
        if (link && !event.defaultPrevented) post({ message: "link", value: link.href, secret });
      });
    },
  };

  // iframe-resizer says who this frame is, with some twenty settings behind the id, then asks by single words.
  function initResizer(text) {
    const [id, , third] = text.split(":");
    if (/^(true|false)$/.test(third) && /^[ -~]{1,200}$/.test(id)) {
      if (resizer !== id) {
        resizer = id;
        const height = Math.max(100, Math.ceil(document.getElementById("player").getBoundingClientRect().height));
        post(`[iFrameSizer]${id}:${height}:${innerWidth}:init`);
      }
      return true;
    }
    return !!resizer && text === "resize";
  }
}
