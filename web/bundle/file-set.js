// The set of files that the single file holds (internal/site/single_pack.go writes it).
const text = bytes => new TextDecoder().decode(bytes);

// readFileSet takes a set as an ArrayBuffer.
export function readFileSet(buffer) {
  const bytes = new Uint8Array(buffer), end = bytes.indexOf(10), start = end + 1;
  const files = new Map(JSON.parse(text(bytes.subarray(0, end))).map(([path, type, at, length]) => [path, { type, bytes: bytes.subarray(start + at, start + at + length) }]));
  return {
    has: path => files.has(path),
    file: path => files.get(path),
    text: path => text(files.get(path).bytes),
  };
}
