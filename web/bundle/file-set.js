// The set of files that the single file holds (internal/single/pack.go writes it).
const text = bytes => new TextDecoder().decode(bytes);

// readFileSet takes a set as an ArrayBuffer, and puts the passages that are left out of it back to where they were.
export function readFileSet(buffer) {
  const packed = new Uint8Array(buffer), end = packed.indexOf(10);
  const set = JSON.parse(text(packed.subarray(0, end))), bytes = new Uint8Array(set.size);
  let read = end + 1, at = 0;
  const take = count => {
    bytes.set(packed.subarray(read, read + count), at);
    read += count;
    at += count;
  };
  for (const [fresh, from, length] of set.repeats) {
    take(fresh);
    bytes.copyWithin(at, from, from + length);
    at += length;
  }
  take(packed.length - read);
  const files = new Map(set.files.map(([path, type, at, length]) => [path, { type, bytes: bytes.subarray(at, at + length) }]));
  return {
    has: path => files.has(path),
    file: path => files.get(path),
    text: path => text(files.get(path).bytes),
  };
}
