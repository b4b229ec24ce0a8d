import { isObject, type JsonObject, listOf, objectOf } from "../values.ts";
import { OBSERVER } from "./data-sources.ts";
import { isAddress } from "./meta-arguments.ts";
import { type Fault, shown, unlike } from "./shape.ts";

/** Finds `moved` blocks whose target address doesn't exist, or has another type. */
export function addressFaults(configuration: JsonObject): Fault[] {
  const moves = listOf(configuration.moved).map(objectOf);
  return moves.flatMap(({ from, to }, index) => {
    const place = `moved[${index}]`;
    // An address of another form is refused elsewhere.
    if (!isAddress(from) || !isAddress(to)) return [];
    const goesOn = moves.some((other) => other.from === to);
    return [
      ...(goesOn ? [] : missingFaults(`${place}.to`, to, configuration)),
      ...(typeOf(from) === typeOf(to)
        ? []
        : [
            {
              place: `${place}.from`,
              problem: `must be of the type ${typeOf(to)}, got ${shown(from)}`,
            },
          ]),
      ...([from, to].includes(OBSERVER)
        ? [{ place, problem: `must not move ${OBSERVER}: every plan invokes what is there` }]
        : []),
    ];
  });
}

/**
 * Finds import blocks for resources that the configuration doesn't have, and import blocks that would replace
 * the observer, which every plan invokes, by another function.
 *
 * @param imports - The section with import blocks, of the configuration or of the file next to it.
 */
export function importFaults(imports: unknown, configuration: JsonObject): Fault[] {
  return listOf(imports).flatMap((each, index) => {
    const { to, id } = objectOf(each);
    if (!isAddress(to)) return [];
    const name = resourceAt(configuration, OBSERVER)?.function_name;
    return [
      ...missingFaults(`import[${index}].to`, to, configuration),
      ...(to === OBSERVER ? unlike(`import[${index}].id`, id, name) : []),
    ];
  });
}

/** A resource of the configuration, by its address. */
export function resourceAt({ resource }: JsonObject, address: string): JsonObject | undefined {
  const [type = "", name = ""] = address.split(".");
  const named = objectOf(objectOf(resource)[type]);
  return Object.hasOwn(named, name) ? objectOf(named[name]) : undefined;
}

function missingFaults(place: string, address: string, configuration: JsonObject): Fault[] {
  const isThere = resourceAt(configuration, address) !== undefined;
  return isThere || !isObject(configuration.resource)
    ? []
    : [{ place, problem: `must be a resource of this configuration, got ${shown(address)}` }];
}

function typeOf(address: string): string {
  return address.split(".")[0] ?? "";
}
