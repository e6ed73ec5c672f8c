// Unpacks what stands as text in the single file, in a worker; where there is none, in slices that nobody notices.
import { unlzma } from "./unlzma.js";
import { unseven } from "./sevens.js";

const slice = 12; // ms that unpacking may take of the page's own thread at a time

// steps yields the content in stretches and throws where it is not what was packed. Whole in itself, as a worker runs its text.
export function* steps(unseven, unlzma, { text, packed, length, sum }) {
  const table = Int32Array.from({ length: 256 }, (_, n) => {
    for (let k = 8; k--;) n = n & 1 ? n >>> 1 ^ 0xEDB88320 : n >>> 1;
    return n;
  });
  let from = 0, crc = -1;
  for (const { out, at } of unlzma(unseven(text, packed), length)) {
    for (let i = from; i < at; i++) crc = table[(crc ^ out[i]) & 255] ^ crc >>> 8;
    yield out.slice(from, at);
    from = at;
  }
  if (from !== length || (crc ^ -1) >>> 0 !== sum) throw new Error("packed data is damaged: it is not what was packed");
}

// work is the worker's whole program.
const work = `const steps=${steps},unseven=${unseven},unlzma=${unlzma};onmessage=({data})=>{try{for(const part of steps(unseven,unlzma,data))postMessage({part},[part.buffer]);postMessage({done:1})}catch(fault){postMessage({fault:fault.message})}}`;

// elsewhere unpacks in a worker. It answers false if there can be none.
function elsewhere(job, put, end) {
  let worker, begun = false;
  const address = URL.createObjectURL(new Blob([work], { type: "text/javascript" }));
  const over = fault => {
    worker.terminate();
    URL.revokeObjectURL(address);
    if (!begun && fault instanceof Event) here(job, put, end); // a browser that refuses it says so late
    else end(fault);
  };
  try {
    worker = new Worker(address);
  } catch {
    return false;
  }
  worker.onerror = event => {
    event.preventDefault();
    over(event);
  };
  worker.onmessage = ({ data: { part, fault } }) => {
    begun = true;
    if (part) put(part);
    else over(fault && new Error(fault));
  };
  worker.postMessage(job);
  return true;
}

async function here(job, put, end) {
  try {
    let pause = performance.now() + slice;
    for (const part of steps(unseven, unlzma, job)) {
      put(part);
      if (performance.now() < pause) continue;
      await new Promise(then => setTimeout(then));
      pause = performance.now() + slice;
    }
    end();
  } catch (fault) {
    end(fault);
  }
}

// unpacking begins to unpack an element's text. whole() resolves to all of it; parts() gives it as it comes.
export function unpacking(element) {
  const { length, packed, sum } = element.dataset, job = { text: element.textContent, length: +length, packed: +packed, sum: +sum };
  const parts = [];
  let over = false, fault, wake = [];
  const stir = () => {
    for (const then of wake.splice(0)) then();
  };
  const put = part => {
    parts.push(part);
    stir();
  };
  const end = found => {
    fault = found;
    over = true;
    stir();
  };
  if (!elsewhere(job, put, end)) here(job, put, end);
  async function* all() {
    for (let i = 0; ;) {
      if (i < parts.length) yield parts[i++];
      else if (fault) throw fault;
      else if (over) return;
      else await new Promise(then => wake.push(then));
    }
  }
  return {
    parts: all,
    async whole() {
      const out = new Uint8Array(job.length);
      let at = 0;
      for await (const part of all()) {
        out.set(part, at);
        at += part.length;
      }
      return out;
    },
  };
}
