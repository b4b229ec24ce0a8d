import { type Change, set } from "../change";
import type { Attempt } from "./attempt";

export const SECTIONS: readonly Attempt[] = [
  ...[
    ...["action", "check", "component", "ephemeral", "list", "module", "removed", "Resource"],
    ...["__proto__", "constructor"],
  ].map((section): Attempt => [
    `a section ${section}`,
    define(section, {}),
    `${section} isn't among what cdktf writes there: output,`,
  ]),
  [
    "a section with a line end in its name",
    set("module\n::error::", {}),
    '"module\\n::error::" isn\'t among',
  ],
  [
    "a stack without a backend",
    set("terraform.backend", undefined),
    "terraform.backend is missing",
  ],
  ["a stack without a provider", set("provider", undefined), "provider is missing"],
  ["a stack without resources", set("resource", undefined), "resource is missing"],
];

/** Sets a key that JavaScript would else take for something else. */
function define(key: string, value: unknown): Change {
  return (configuration) =>
    Object.defineProperty(configuration, key, { value, enumerable: true, configurable: true });
}
