import {
  CloudTrailClient,
  DescribeTrailsCommand,
  type EventSelector,
  type AdvancedEventSelector,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from "@aws-sdk/client-cloudtrail";
import type { Environment } from "../../../constructs/value/contact-center-value";
import { errorMessage, Missing } from "../../../sandbox/machine/errors";
import { requireCredentials } from "../../support/credentials";
import { isLoopback } from "../../support/loopback";
import type { Check } from "../finding";

/** Whose calls are told of (constructs/reporting/identity-changes.ts). */
const TOLD_OF = "kms.amazonaws.com";

const CURE =
  "make one in CloudTrail with management events, read and write, KMS's included, in all Regions";

/**
 * Whether a trail of the account logs what EventBridge must hear: without one, nobody is told that a user's
 * identity was changed or a key disabled, and nothing else shows it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export const trail = (
  environments: readonly Pick<Environment, "name" | "region" | "alarmEmails">[],
): Check => ({
  name: "CloudTrail trail",
  look: async () => {
    const told = environments.filter(({ alarmEmails }) => alarmEmails.length > 0);
    if (told.length === 0) return "not needed: nobody is told of anything (alarmEmails)";
    if (isLoopback(process.env.AWS_ENDPOINT_URL ?? "")) return "none is in a sandbox";
    try {
      await requireCredentials();
    } catch {
      throw new Missing("not known without credentials", "set them first");
    }
    const regions = [...new Set(told.map(({ region }) => region))];
    const found = await Promise.all(
      regions.map((region) => trailIn(new CloudTrailClient({ region, maxAttempts: 2 }), region)),
    );
    return found.join("; ");
  },
});

/**
 * The first trail that logs all that is told of in a Region.
 *
 * @throws Missing with what each trail lacks.
 */
export async function trailIn(client: CloudTrailClient, region: string): Promise<string> {
  try {
    // Trails of other Regions and of the organization are listed where they log, too.
    const { trailList = [] } = await client.send(new DescribeTrailsCommand({}));
    const found = await Promise.all(trailList.map((each) => lackOf(client, each)));
    const index = found.indexOf(undefined);
    if (index >= 0) return `${trailList[index]?.Name ?? ""} logs in ${region}`;
    const lacks = trailList.map(({ Name = "" }, at) => `${Name} ${found[at] ?? ""}`);
    throw new Missing(
      `nobody would be told that an identity was changed or a key disabled: ${lacks.length === 0 ? `no trail logs in ${region}` : lacks.join("; ")}`,
      CURE,
    );
  } catch (error) {
    if (error instanceof Missing) throw error;
    const reason = errorMessage(error);
    throw new Missing(
      `CloudTrail doesn't tell which trails there are (${reason})`,
      "ask whoever may call DescribeTrails, GetTrailStatus and GetEventSelectors",
    );
  } finally {
    client.destroy();
  }
}

/** What a trail lacks; undefined if nothing. */
async function lackOf(client: CloudTrailClient, { TrailARN }: Trail): Promise<string | undefined> {
  const { IsLogging } = await client.send(new GetTrailStatusCommand({ Name: TrailARN }));
  if (IsLogging !== true) return "is stopped";
  const { EventSelectors = [], AdvancedEventSelectors = [] } = await client.send(
    new GetEventSelectorsCommand({ TrailName: TrailARN }),
  );
  return EventSelectors.some(logsWrites) || AdvancedEventSelectors.some(logsAllManagement)
    ? undefined
    : "leaves out management events, or KMS's";
}

function logsWrites(selector: EventSelector): boolean {
  return (
    selector.IncludeManagementEvents === true &&
    selector.ReadWriteType !== "ReadOnly" &&
    selector.ExcludeManagementEventSources?.includes(TOLD_OF) !== true
  );
}

/** Whether it takes management events and narrows them by nothing but that they write. */
function logsAllManagement({ FieldSelectors = [] }: AdvancedEventSelector): boolean {
  const isManagement = FieldSelectors.some(
    ({ Field, Equals }) => Field === "eventCategory" && Equals?.includes("Management") === true,
  );
  const others = FieldSelectors.filter(({ Field }) => Field !== "eventCategory");
  return (
    isManagement &&
    others.every(({ Field, Equals }) => Field === "readOnly" && Equals?.includes("false") === true)
  );
}
