import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const scripts = ["player", "present", "poll", "offline", "embed", "bundle", "pages"].flatMap(folder => readdirSync(web + folder, { recursive: true })
  .map(name => `${folder}/${name}`)).filter(name => name.endsWith(".js"));

const found = (file, form) => [...readFileSync(web + file, "utf8").matchAll(form)].map(([, name]) => normalize(join(dirname(file), name)));
const now = new Map(scripts.map(file => [file, found(file, /^(?:import|export) (?:[^;"]*? from )?"([^"]+)"/gm)]));
const later = new Map(scripts.map(file => [file, found(file, /\bimport\("([^"]+)"\)/g)]));

/** folder is what the rules below speak of: the folders of the player, its own files, and the other folders. */
const folder = file => /^player\/(\w+)\//.exec(file)?.[0] ?? file.slice(0, file.indexOf("/") + 1);

// What the scripts of a folder may import beside each other. web/README.md says why.
const mayImport = {
  "player/engine/": [],
  "player/host/": [],
  "player/core/": [],
  "player/controls/": ["player/core/"],
  "player/tasks/": ["player/core/", "player/controls/"],
  "player/": ["player/core/", "player/controls/", "player/tasks/", "player/host/"],
  "present/": ["player/", "player/core/", "player/controls/", "player/tasks/"],
  "poll/": ["player/core/", "player/tasks/"],
  "offline/": ["player/core/"],
  "embed/": [],
  "bundle/": ["player/", "present/"],
  "pages/": ["embed/"],
};

test("every script is where it is imported from", () => {
  for (const imports of [now, later]) for (const [file, names] of imports) for (const name of names) assert.ok(now.has(name), `${file} imports ${name}`);
});

test("no script imports itself by way of others, at once or later", () => {
  const done = new Set();
  const walk = (file, way) => {
    assert.ok(!way.includes(file), `a circle: ${[...way, file].join(" -> ")}`);
    if (done.has(file)) return;
    for (const name of [...now.get(file), ...later.get(file)]) walk(name, [...way, file]);
    done.add(file);
  };
  for (const file of scripts) walk(file, []);
});

test("a folder imports only what stands below it", () => {
  for (const [file, names] of now) for (const name of names) {
    const from = folder(file), to = folder(name);
    assert.ok(from === to || mayImport[from].includes(to), `${file} imports ${name}`);
  }
});

test("what is fetched later is named here", () => {
  assert.deepEqual([...later].flatMap(([file, names]) => names.map(name => `${file} -> ${name}`)).sort(),
    ["player/boot.js -> player/player.js", "player/connect-host.js -> player/host/host.js", "player/core/session.js -> player/engine/engine.js"]);
});

test("the first script imports nothing, so that nothing waits for a second one", () => {
  assert.deepEqual([now.get("player/boot.js"), now.get("player/head.js")], [[], []]);
});
