// Addresses inside the single file: what stands after its # is the path, query and fragment that a site would have.

// readAddress takes "#en/gap/" to {lang, path, search, id}, or null for a plain anchor of the document, "#sources".
export function readAddress(hash) {
  const found = /^#([a-z]{2,3}(?:-[A-Za-z\d]+)*)\/|^#(?:data|licences)\//.exec(hash);
  if (!found) return null;
  const { pathname, search, hash: id } = new URL(hash.slice(1), "x:/");
  return { lang: found[1], path: pathname.slice(1), search, id: id.slice(1) };
}
