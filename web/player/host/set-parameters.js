// Parameters that a page changes after the player has come: {type: "set", values: {accent: "#1f5f9e", controls: ""}};
// an empty value is the usual one. What is appearance changes at once; for the rest the document is loaded again, at
// the same State.
import { patterns } from "./check-parameters.js";

const appearanceNames = ["theme", "accent", "ground", "font", "controls", "caption"], needReload = ["guess", "numerals", "height"];
const commands = { chapter: "chapter", view: "view", month: "seek", lang: "lang" };

// createParameterSetter returns the function that takes such values. parametersNow adds the State's to params.
export function createParameterSetter(params, parametersNow, updateAppearance, command, complain) {
  function reload() {
    const to = new URL(location.href);
    to.search = String(parametersNow(params));
    location.replace(to);
  }

  return values => {
    let stale = false;
    for (const [name, value] of Object.entries(values)) {
      if (typeof value !== "string" || value.length > 100) continue;
      if (Object.hasOwn(commands, name)) command(`${commands[name]} ${value}`);
      else if (appearanceNames.includes(name)) value ? params.set(name, value) : params.delete(name);
      else if (!needReload.includes(name)) complain(`parameter ${name.slice(0, 40)} is not one that can be set`);
      else if (value && !patterns[name].test(value)) complain(`parameter ${name}: "${value.slice(0, 40)}" does not fit`);
      else if (value !== (params.get(name) ?? "")) {
        stale = true;
        value ? params.set(name, value) : params.delete(name);
      }
    }
    if (stale) reload();
    else updateAppearance();
  };
}
