import { ConnectError } from "../protocol/errors";
import { pageLimit } from "../protocol/limits";
import type { OperationModel } from "../protocol/model";

/** How many entries a page has when the client does not say; AWS documents 100 for its lists. */
const USUAL_PAGE = 100;

interface Paged {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/**
 * The places of entries in lists: the earlier one was seen first. A page token is the place of its
 * page's last entry, so that entries may go and come between two pages: none that stays is left out, and
 * none is shown twice. A process numbers anew.
 */
export class Places {
  private readonly places = new Map<string, number>();
  /** Of entries that are kept as they are listed: found sooner than by their key. */
  private readonly kept = new WeakMap<object, number>();

  /** The place of an entry, by what no update changes of it. */
  public of(entry: unknown): number {
    const isThing = typeof entry === "object" && entry !== null;
    const known = isThing ? this.kept.get(entry) : undefined;
    if (known !== undefined) return known;
    const key = keyOf(entry);
    const place = this.places.get(key) ?? this.places.size + 1;
    this.places.set(key, place);
    if (isThing) this.kept.set(entry, place);
    return place;
  }
}

/** What tells an entry from others, in the order of trying: a queue has hours, too, and a user a profile. */
const KEYS = [
  ...["Id", "AssociationId", "HoursOfOperationOverrideId", "QuickConnectId", "PromptId"],
  ...["AgentStatusId", "PhoneNumberId", "RoutingProfileId", "QueueId", "HoursOfOperationId"],
  ...["EvaluationId", "EvaluationFormId", "RuleId"],
];

function keyOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  const members = entry as Readonly<Record<string, unknown>>;
  const key = KEYS.find((member) => typeof members[member] === "string");
  if (key === undefined) return JSON.stringify(entry);
  // A routing profile has a queue once a channel, and flow and form their versions.
  const { Channel: channel, Version: version = members.EvaluationFormVersion } = members;
  const id = members[key] as string;
  return channel === undefined && version === undefined
    ? id
    : `${id} ${String(channel)} ${String(version)}`;
}

const hasMember = (schema: OperationModel["input"], name: string): boolean =>
  schema.isStructSchema() && [...schema.structIterator()].some(([member]) => member === name);

/**
 * Cuts the page that the client asked for out of an operation's whole list, so that an operation
 * always answers all it has. An operation is paged if its model has `NextToken` in its output;
 * its list is then the only list of the output.
 *
 * @throws {ConnectError} InvalidRequestException for a token that this operation did not hand out
 */
export function paginate(
  operation: OperationModel,
  input: Paged,
  output: object,
  places: Places,
): object {
  if (!hasMember(operation.output, "NextToken")) return output;
  const list = [...operation.output.structIterator()].find(([, schema]) => schema.isListSchema());
  if (list === undefined) return output;
  const all = (output as Record<string, unknown[] | undefined>)[list[0]] ?? [];
  const after = input.NextToken === undefined ? 0 : readToken(operation, input.NextToken);
  const size = input.MaxResults ?? Math.min(USUAL_PAGE, pageLimit(operation.name) ?? USUAL_PAGE);
  if (after === 0 && all.length <= size) return output;
  const rest = all
    .map((entry) => ({ entry, place: places.of(entry) }))
    .filter(({ place }) => place > after)
    .sort((a, b) => a.place - b.place);
  const page = rest.slice(0, size);
  return {
    ...output,
    [list[0]]: page.map(({ entry }) => entry),
    NextToken: rest.length > size ? writeToken(operation, page.at(-1)?.place ?? after) : undefined,
  };
}

const writeToken = ({ name }: OperationModel, place: number): string =>
  Buffer.from(`${name} ${place}`).toString("base64url");

function readToken({ name }: OperationModel, token: string): number {
  const [operation, place] = Buffer.from(token, "base64url").toString("utf8").split(" ");
  if (operation !== name || !/^\d+$/.test(place ?? ""))
    throw new ConnectError(
      "InvalidRequestException",
      `NextToken must be one that ${name} answered with, got ${JSON.stringify(token)}`,
    );
  return Number(place);
}
