import { test } from "node:test";
import assert from "node:assert/strict";
import { keyName } from "../present/key-name.js";

test("a shortcut's key is known on every keyboard", () => {
  for (const [key, code, want] of [
    ["b", "KeyB", "b"], ["B", "KeyB", "b"], ["и", "KeyB", "b"], ["لا", "KeyB", "b"], ["q", "KeyA", "q"], ["7", "Digit7", "7"], ["٧", "Digit7", "7"], ["५", "Digit5", "5"],
    [".", "Period", "."], ["ю", "Period", "."], [",", "NumpadDecimal", "."], ["؟", "Slash", "?"], ["?", "Slash", "?"], ["Enter", "Enter", "Enter"], ["PageDown", "", "PageDown"],
    [" ", "Space", " "], ["Process", "KeyB", "b"], ["Dead", "KeyE", "e"], ["/", "Slash", "/"],
  ]) assert.equal(keyName({ key, code }), want, `${key} on ${code}`);
});
