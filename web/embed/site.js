// The address of the site, with a slash at the end, or "" if nothing tells it. A module has no currentScript; a stack
// names the file it runs from. A copy under another name, or inside another script, has the address that the site was
// built with: SITE, set by the bundler.
const tag = document.currentScript?.src ?? "";
const named = [tag, new Error().stack ?? ""].map(text => /\w+:\/\/\S*?\/embed\.js(?![\w.-])/.exec(text)?.[0]).find(Boolean);
const from = named || SITE || tag;

export const site = from && new URL(".", from).href;
