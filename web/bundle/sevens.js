// Bytes as text: seven characters hold six bytes (internal/packing/sevens.go writes them and says why).

// unseven gives the bytes; n is how many there are. Ends of lines do not count. Like unlzma it is whole in itself.
export function unseven(text, n) {
  const damaged = what => { throw new Error(`packed data is damaged: ${what}`); };
  const out = new Uint8Array(n), value = new Int8Array(128).fill(-1), unused = [0, 10, 11, 12, 13, 26, 27, 38, 60, 62, 127];
  for (let c = 0, v = 0; c < 128; c++) if (!unused.includes(c)) value[c] = v++;
  let whole = 0, digits = 0, at = 0;
  for (let i = 0; i < text.length && at < n; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) continue;
    const v = c < 128 ? value[c] : -1;
    if (v < 0) damaged("a character that does not belong there");
    whole = whole * 117 + v; // below 2 to the 49th: exact
    if (++digits < 7) continue;
    let low = whole % 0x1000000, high = (whole - low) / 0x1000000;
    if (high > 0xFFFFFF) damaged("seven characters that hold too much");
    for (let k = 3; k--; low >>>= 8) out[at++] = low; // beyond the end nothing is kept
    for (let k = 3; k--; high >>>= 8) out[at++] = high;
    whole = digits = 0;
  }
  if (at < n) damaged("its end is missing");
  return out;
}
