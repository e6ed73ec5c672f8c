// The site's name for a content: 80 bits of its SHA-256 in small letters and digits (internal/asset/name.go).

const letters = "abcdefghijklmnopqrstuvwxyz234567";

export async function digest(body) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body), 0, 10);
  let bits = 0n, text = "";
  for (const byte of sum) bits = bits << 8n | BigInt(byte);
  for (let shift = 75n; shift >= 0n; shift -= 5n) text += letters[Number(bits >> shift & 31n)];
  return text;
}
