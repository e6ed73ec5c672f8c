// Only rules that find mistakes; how code looks is not theirs.
import globals from "globals";

const rules = {
  "no-undef": "error",
  "no-unused-vars": ["error", { args: "after-used", ignoreRestSiblings: true, caughtErrors: "none", argsIgnorePattern: "^_" }],
  "no-self-assign": "error",
  "no-self-compare": "error",
  "no-redeclare": "error",
  "no-unreachable": "error",
  "no-dupe-keys": "error",
  "no-fallthrough": "error",
  "prefer-const": ["error", { destructuring: "all" }],
  eqeqeq: ["error", "always", { null: "ignore" }],
};
const known = { LATER: "readonly", ROOT: "readonly", SITE: "readonly", opencases: "readonly", Go: "readonly", revisit: "readonly" };

export default [
  { files: ["**/*.js"], languageOptions: { ecmaVersion: "latest", sourceType: "module" }, linterOptions: { reportUnusedDisableDirectives: "error" }, rules },
  { files: ["*/**/*.js"], languageOptions: { globals: { ...globals.browser, ...known } } },
  { files: ["offline/*.js"], languageOptions: { globals: globals.serviceworker } },
  { files: ["test/**/*.js"], languageOptions: { globals: globals.node } },
];
