import type { ContactCenterValue, HierarchyGroupValue } from "../value/contact-center-value";
import { terraformName } from "../terraform/terraform-name";
import type { Report } from "./fault";

/** A thing whose names become a Terraform address. */
interface Addressed {
  /** The things that could get the same address. */
  readonly kind: string;
  /** Its own name, after the names of the things that it belongs to. */
  readonly path: readonly string[];
  readonly place: string;
}

/**
 * Names that differ in Connect must differ as Terraform addresses, too, which are made of Latin
 * letters and digits: `Customer Service` and `customer-service` would be one resource, and a name
 * without any would be none.
 */
export function checkAddresses(center: ContactCenterValue, report: Report): void {
  const owners = new Map<string, Addressed>();
  for (const thing of addressed(center)) {
    const { kind, path, place } = thing;
    const fault = nameFault(path.at(-1) ?? "");
    if (fault !== undefined) {
      report(place, fault);
    }
    if (path.some((name) => nameFault(name) !== undefined)) {
      continue;
    }
    const address = `${kind}.${path.map(terraformName).join("_")}`;
    const owner = owners.get(address) ?? thing;
    owners.set(address, owner);
    // A duplicate name is another fault (names.ts).
    if (owner !== thing && owner.place !== place) {
      report(
        place,
        `would get the same Terraform address as "${owner.path.join(" › ")}": names must differ in letters or digits`,
      );
    }
  }
}

/** What is wrong with a name that is to become an address, if it isn't empty. */
export function nameFault(name: string): string | undefined {
  if (name !== "" && terraformName(name) === "") {
    return "name must have a letter of a to z or a digit: its Terraform address is made of them";
  }
  // cdktf keeps constructs by name in an object, which already has these members.
  return name in {}
    ? `name must not be "${name}", which is a word of JavaScript's: choose another one`
    : undefined;
}

function addressed(center: ContactCenterValue): readonly Addressed[] {
  const names = {
    "hours of operation": center.hoursOfOperation,
    queue: center.queues,
    "quick connect": center.quickConnects,
    "routing profile": center.routingProfiles,
    "security profile": center.securityProfiles ?? [],
    flow: center.flows,
    user: center.users.map(({ username }) => ({ name: username })),
  };
  return [
    ...Object.entries(names).flatMap(([kind, things]) =>
      things.map(({ name }) => ({ kind, path: [name], place: `${kind} "${name}"` })),
    ),
    ...groups(center.hierarchy.groups, []),
  ];
}

function groups(
  below: readonly HierarchyGroupValue[],
  above: readonly string[],
): readonly Addressed[] {
  return below.flatMap(({ name, groups: next = [] }) => {
    const path = [...above, name];
    return [
      { kind: "hierarchy group", path, place: `hierarchy group "${path.join(" › ")}"` },
      ...groups(next, path),
    ];
  });
}
