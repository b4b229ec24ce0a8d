import { relative } from "node:path";

import type { Environment } from "../../constructs/value/contact-center-value";
import { centerTags } from "../../constructs/value/tags";
import { OperatorError } from "../../sandbox/machine/errors";
import type { LiveInstance } from "../adopt/live-instance";
import { placeOfThing } from "../adopt/live-value/live-value";
import { readLiveValue } from "../adopt/live-value/read";
import { LiveFlows } from "../pull/live-flows";
import { unlessMissing } from "../support/unless-missing";
import { draftValue } from "./draft-value";
import { expressible } from "./left-out";
import { writeDraft } from "./write-draft";

/**
 * Drafts a center from a live instance, writes it, and says what it doesn't hold.
 *
 * @param folder - Is made.
 * @returns What a person is told.
 */
export async function draftCenter(
  instance: LiveInstance,
  environment: Environment,
  folder: string,
): Promise<string> {
  const { name, suffix } = environment;
  const live = await unlessMissing(
    readLiveValue(instance, Object.keys(centerTags({ company: "" }, environment))),
  );
  if (live === undefined) {
    throw new OperatorError(
      `--instance-id must be an instance in ${environment.region}, got ${instance.id}: aws connect list-instances shows them`,
    );
  }
  const drafted = await draftValue(instance, live, suffix);
  const { center, templates, leftOut, open } = await expressible(
    drafted.center,
    await LiveFlows.of(instance.client, instance.id, environment),
  );
  await writeDraft(folder, center, templates);
  const written = relative(process.cwd(), folder);
  const sections = [
    `${written}: kwglobal.ts with ${center.users.length} users, ${center.queues.length} queues, ${center.hoursOfOperation.length} hours of operation, ${center.routingProfiles.length} routing profiles, ${center.quickConnects.length} quick connects, and ${center.flows.length} of ${drafted.center.flows.length} flows with templates`,
    section("Can't be expressed:", [
      ...live.unsaid.map(
        ({ section: kind, name: thing, what }) => `${placeOfThing(kind, thing)} ${what}`,
      ),
      ...leftOut,
    ]),
    section("Decide on:", [...drafted.open, ...open]),
    `next: read it, put it in place (cp -R ${written}/. . and delete templates that no flow names), mend what npm run synth finds, then npm run adopt -- ${name} --instance-id ${instance.id}`,
  ];
  return sections.filter((each) => each !== "").join("\n\n");
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : [title, ...lines.map((line) => `  ${line}`)].join("\n");
