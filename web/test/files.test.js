import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readAddress } from "../bundle/address.js";
import { readFileSet } from "../bundle/file-set.js";
import { digest } from "../offline/digest.js";
import { translateDigits } from "../player/host/numerals.js";

test("an address inside the single file is one of the site, or an anchor of the document", () => {
  assert.deepEqual(readAddress("#en/gap/?month=2017-05#sources"), { lang: "en", path: "en/gap/", search: "?month=2017-05", id: "sources" });
  assert.deepEqual(readAddress("#data/events.csv"), { lang: undefined, path: "data/events.csv", search: "", id: "" });
  for (const hash of ["", "#sources", "#gap-table", "#e/"]) assert.equal(readAddress(hash), null, hash);
});

test("the files of the single file are read from their index and their bytes", () => {
  // "cd" of the second file is said once: it stands in the first.
  const bytes = new TextEncoder().encode(`{"size":10,"repeats":[[6,2,2]],"files":[["a/","text/html",0,4],["b.js","text/javascript",4,6]]}\nabcdxyé`);
  const set = readFileSet(bytes.buffer);
  assert.equal(set.text("a/"), "abcd");
  assert.equal(set.text("b.js"), "xycdé");
  assert.equal(set.file("b.js").type, "text/javascript");
  assert.ok(set.has("a/") && !set.has("c"));
});

test("a content's name is 80 bits of its SHA-256", async () => {
  const letters = "abcdefghijklmnopqrstuvwxyz234567", sum = createHash("sha256").update("open cases").digest();
  const bits = [...sum.subarray(0, 10)].map(byte => byte.toString(2).padStart(8, "0")).join("");
  const want = bits.match(/.{5}/g).map(five => letters[parseInt(five, 2)]).join("");
  assert.equal(await digest(new TextEncoder().encode("open cases")), want);
});

test("digits and the marks between them are written in the other set", () => {
  assert.equal(translateDigits("see .5, or 6, 7", "arab"), "see .٥, or ٦, ٧");
  assert.equal(translateDigits("1,799 of 28.5, in 2017.", "arab"), "١٬٧٩٩ of ٢٨٫٥, in ٢٠١٧.");
  assert.equal(translateDigits("١٬٧٩٩ و ٢٨٫٥", "latn"), "1,799 و 28.5");
});
