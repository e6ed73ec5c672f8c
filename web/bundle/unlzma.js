// Unpacks LZMA ("LZMA alone", .lzma), after Igor Pavlov's public-domain specification. The function is whole in itself: its
// text is also what a worker runs (unpack.js).

// unlzma takes packed bytes and the most that they may unpack to. It yields {out, at} whenever another stretch of out is
// written, up to at; it throws an Error where the bytes are not what a packer wrote.
export function* unlzma(input, most) {
  const damaged = what => { throw new Error(`packed data is damaged: ${what}`); };
  const property = input[0], number = (from, n) => n ? input[from] + 256 * number(from + 1, n - 1) : 0;
  if (input.length < 18 || property >= 225 || input[13]) damaged("its header");
  const size = number(5, 8);
  if (size > most) damaged("its length");
  const lc = property % 9, lp = Math.floor(property / 9) % 5, pb = Math.floor(property / 45);
  const out = new Uint8Array(size), stretch = 1 << 18;

  // The range decoder. Each probability is that of a 0, in 1/2048.
  let at = 14, range = 0xFFFFFFFF, code = 0;
  for (let i = 0; i < 4; i++) code = (code << 8 | input[at++]) >>> 0;
  const even = n => new Uint16Array(n).fill(1024);
  const grow = () => {
    if (at >= input.length) damaged("its end is missing");
    range = range << 8 >>> 0;
    code = (code << 8 | input[at++]) >>> 0;
  };
  const bit = (p, i) => {
    const bound = (range >>> 11) * p[i];
    let b = 0;
    if (code < bound) {
      range = bound;
      p[i] += 2048 - p[i] >> 5;
    } else {
      range -= bound;
      code -= bound;
      p[i] -= p[i] >> 5;
      b = 1;
    }
    if (range < 0x1000000) grow();
    return b;
  };
  const direct = bits => {
    let v = 0;
    while (bits--) {
      range >>>= 1;
      const b = code >= range ? 1 : 0;
      if (b) code -= range;
      if (range < 0x1000000) grow();
      v = v * 2 + b;
    }
    return v;
  };
  const tree = (p, from, bits) => {
    let m = 1;
    for (let i = 0; i < bits; i++) m = m << 1 | bit(p, from + m);
    return m - (1 << bits);
  };
  const reverse = (p, from, bits) => {
    let m = 1, v = 0;
    for (let i = 0; i < bits; i++) {
      const b = bit(p, from + m);
      m = m << 1 | b;
      v |= b << i;
    }
    return v;
  };

  const literals = even(0x300 << lc + lp);
  const isMatch = even(12 << 4), isRep = even(12), isRep0 = even(12), isRep1 = even(12), isRep2 = even(12), isLong = even(12 << 4);
  const slots = even(4 << 6), specials = even(128), aligned = even(16);
  const lengths = () => ({ choice: even(2), low: even(16 << 3), mid: even(16 << 3), high: even(256) });
  const matches = lengths(), repeats = lengths();
  const length = (l, place) => {
    if (!bit(l.choice, 0)) return tree(l.low, place << 3, 3);
    if (!bit(l.choice, 1)) return 8 + tree(l.mid, place << 3, 3);
    return 16 + tree(l.high, 0, 8);
  };

  let state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0, pos = 0, next = stretch;
  while (pos < size) {
    if (pos >= next) {
      next = pos + stretch;
      yield { out, at: pos };
    }
    const place = pos & (1 << pb) - 1;
    if (!bit(isMatch, (state << 4) + place)) {
      const before = pos ? out[pos - 1] : 0;
      const from = 0x300 * (((pos & (1 << lp) - 1) << lc) + (before >> 8 - lc));
      let m = 1;
      if (state >= 7) {
        if (rep0 >= pos) damaged("it refers to what is not there");
        let match = out[pos - rep0 - 1];
        do {
          const b = match >> 7 & 1, c = bit(literals, from + (1 + b << 8) + m);
          match <<= 1;
          m = m << 1 | c;
          if (b !== c) break;
        } while (m < 0x100);
      }
      while (m < 0x100) m = m << 1 | bit(literals, from + m);
      out[pos++] = m;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let run;
    if (bit(isRep, state)) {
      if (!pos) damaged("it begins with a repetition");
      if (!bit(isRep0, state)) {
        if (!bit(isLong, (state << 4) + place)) {
          if (rep0 >= pos) damaged("it refers to what is not there");
          state = state < 7 ? 9 : 11;
          out[pos] = out[pos - rep0 - 1];
          pos++;
          continue;
        }
      } else {
        let distance = rep1;
        if (bit(isRep1, state)) {
          distance = rep2;
          if (bit(isRep2, state)) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      run = length(repeats, place);
      state = state < 7 ? 8 : 11;
    } else {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      run = length(matches, place);
      state = state < 7 ? 7 : 10;
      const slot = tree(slots, Math.min(run, 3) << 6, 6);
      if (slot < 4) rep0 = slot;
      else {
        const bits = (slot >> 1) - 1, base = (2 | slot & 1) * 2 ** bits;
        rep0 = slot < 14 ? base + reverse(specials, base - slot, bits) : base + direct(bits - 4) * 16 + reverse(aligned, 0, 4);
      }
    }
    run += 2;
    if (rep0 >= pos) damaged("it refers to what is not there");
    if (run > size - pos) damaged("it is longer than it says");
    for (let from = pos - rep0 - 1; run--;) out[pos++] = out[from++];
  }
  yield { out, at: size };
}
