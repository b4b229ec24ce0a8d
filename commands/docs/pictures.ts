import { basename } from "node:path";

import { drawFlow } from "../../contact-flow/diagram";
import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import type { Configuration } from "./configuration";
import { flowsOf, subtitleOf } from "./flows";

/**
 * The flows as SVG, for README and pull requests: a file for each, named as its template.
 * @returns the files' names with their text
 */
export async function flowPictures(
  configuration: Configuration,
  { flows }: Pick<ContactCenterValue, "flows">,
): Promise<ReadonlyMap<string, string>> {
  const deployed = flowsOf(configuration);
  const pictures = flows.map(async ({ name, template }): Promise<[string, string]> => {
    const flow = deployed.find((each) => each.name === name);
    if (flow === undefined) {
      throw new Error(`the stack must hold the flow ${name}`);
    }
    const picture = await drawFlow(flow.flow, {
      title: name,
      subtitle: subtitleOf(flow),
      nameOf: (reference) => configuration.nameBehind(reference),
    });
    return [`${basename(template, ".json")}.svg`, picture];
  });
  return new Map(await Promise.all(pictures));
}
