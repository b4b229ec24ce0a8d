import { ConnectError, errorResponse } from "../connect/protocol/errors";
import type { ServiceResponse } from "../gateway/http";
import type { Fault, FaultContext } from "../gateway/fault";

const isRead = (operation: string): boolean =>
  /^(Describe|List|Search|Get|BatchGet)/.test(operation);

/**
 * Eventual consistency: what was made a moment ago isn't found by reads, nor in lists.
 *
 * @param delays - Milliseconds by the operation that makes the thing: `CreateUser`.
 */
export function lateReads(
  delays: Readonly<Record<string, number>>,
  { now, struck }: FaultContext,
): Fault {
  const visibleAt = new Map<string, number>();
  return async ({ service, operation, request }, serve) => {
    if (service !== "connect") return serve();
    const delay = delays[operation];
    if (delay !== undefined) {
      const answer = await serve();
      for (const id of idsIn(answer)) visibleAt.set(id, now() + delay);
      return answer;
    }
    for (const [id, time] of visibleAt) if (time <= now()) visibleAt.delete(id);
    if (!isRead(operation) || visibleAt.size === 0) return serve();
    const path = decodeURIComponent(request.url);
    const hidden = [...visibleAt.keys()].find((id) => path.includes(id));
    if (hidden !== undefined) {
      struck("late");
      return errorResponse(
        operation,
        new ConnectError("ResourceNotFoundException", `there is no resource ${hidden} yet`),
      );
    }
    return withoutHidden(await serve(), (id) => visibleAt.has(id), struck);
  };
}

type Json = Readonly<Record<string, unknown>>;

function jsonOf({ status, body }: ServiceResponse): Json {
  return status < 300 ? (JSON.parse(body.toString()) as Json) : {};
}

/** The ids that a create answers: `UserId`, `Id`. */
function idsIn(answer: ServiceResponse): string[] {
  return Object.entries(jsonOf(answer)).flatMap(([name, value]) =>
    name.endsWith("Id") && typeof value === "string" ? [value] : [],
  );
}

function withoutHidden(
  answer: ServiceResponse,
  isHidden: (id: string) => boolean,
  struck: FaultContext["struck"],
): ServiceResponse {
  const json = jsonOf(answer);
  let left = 0;
  const shown = Object.entries(json).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value] as const;
    const items = value.filter(
      (item: unknown) =>
        typeof item !== "object" ||
        item === null ||
        !Object.values(item).some((id) => typeof id === "string" && isHidden(id)),
    );
    left += value.length - items.length;
    return [name, items] as const;
  });
  if (left === 0) return answer;
  struck("late");
  return { ...answer, body: JSON.stringify(Object.fromEntries(shown)) };
}
