// Unpacks what stands in the single file as text: gzip in base64 (internal/single/pack.go writes it).

// canUnpack is false in browsers from before 2023: Safari 16.3, Firefox 112, Chromium 79 and older.
export const canUnpack = "DecompressionStream" in globalThis;

// unpack gives the content of an element as a stream, until signal ends it. It is read line by line, so that no task gets long.
export function unpack(element, signal) {
  const lines = element.textContent.trim().split("\n").values();
  const packed = new ReadableStream({
    pull(controller) {
      const { done, value } = lines.next();
      if (done) controller.close();
      else controller.enqueue(Uint8Array.from(atob(value), c => c.charCodeAt(0)));
    },
  });
  return packed.pipeThrough(new DecompressionStream("gzip"), { signal });
}
