// The set of files that this worker keeps, as the site wrote it in front of the script (internal/site/offline.go):
//
//   version    names the set: the hash of all that follows
//   languages  tags, the default first
//   files      {path: hash}: pages end in a slash; hash is of the content
//   moved      {path: where it leads}, relative to the root
export const fileSet = self.openCases;

// root is the address that the worker stands at: the site's, under whatever path it is hosted.
export const root = new URL("./", location.href).href;

// Each version has a cache of its own. Other sites may share the origin: the path tells their caches apart.
export const cachePrefix = `open-cases ${new URL(root).pathname} `;
export const ownCache = cachePrefix + fileSet.version;

// Whatever a cache holds is found by its content: files of assets/ have their hash in their name, to all others it is
// added. So an entry is right for its key in whichever version's cache it is found.
/** @type {(path: string) => boolean} */
export const hasHashInName = path => path.startsWith("assets/");
/** @type {(path: string, hash: string) => string} */
export const cacheKey = (path, hash) => root + path + (hasHashInName(path) ? "" : `?v=${hash}`);

// pathInSite is the path in the site, null for an address outside of it.
/** @type {(url: URL) => string | null} */
export const pathInSite = url => {
  const plain = url.origin + url.pathname;
  return plain.startsWith(root) ? plain.slice(root.length) : null;
};
