import { ConnectError } from "./errors";
import { pageLimit } from "./limits";
import type { OperationModel } from "./model";

/** How many entries a page has when the client does not say; AWS documents 100 for its lists. */
const USUAL_PAGE = 100;

interface Paged {
  readonly NextToken?: string;
  readonly MaxResults?: number;
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
export function paginate(operation: OperationModel, input: Paged, output: object): object {
  if (!hasMember(operation.output, "NextToken")) return output;
  const list = [...operation.output.structIterator()].find(([, schema]) => schema.isListSchema());
  if (list === undefined) return output;
  const all = (output as Record<string, unknown[] | undefined>)[list[0]] ?? [];
  const start = input.NextToken === undefined ? 0 : readToken(operation, input.NextToken);
  const limit = pageLimit(operation.name) ?? USUAL_PAGE;
  const end = start + (input.MaxResults ?? Math.min(USUAL_PAGE, limit));
  return {
    ...output,
    [list[0]]: all.slice(start, end),
    NextToken: end < all.length ? writeToken(operation, end) : undefined,
  };
}

const writeToken = ({ name }: OperationModel, start: number): string =>
  Buffer.from(`${name} ${start}`).toString("base64url");

function readToken({ name }: OperationModel, token: string): number {
  const [operation, start] = Buffer.from(token, "base64url").toString("utf8").split(" ");
  if (operation !== name || !/^\d+$/.test(start ?? ""))
    throw new ConnectError(
      "InvalidRequestException",
      `NextToken must be one that ${name} answered with, got ${JSON.stringify(token)}`,
    );
  return Number(start);
}
