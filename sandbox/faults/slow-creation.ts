import type { ServiceResponse } from "../gateway/http";
import type { Fault, FaultContext } from "../gateway/fault";

/** What Connect makes in the background, and the member of the answer that is its id. */
const IN_BACKGROUND = new Map([
  ["CreateInstance", "Id"],
  ["ClaimPhoneNumber", "PhoneNumberId"],
]);

/**
 * An instance stays in creation, and a number's claim in progress.
 *
 * @param duration - For so many milliseconds.
 */
export function slowCreation(duration: number, { now, struck }: FaultContext): Fault {
  const readyAt = new Map<string, number>();
  return async ({ service, operation, request }, serve) => {
    const answer = await serve();
    if (service !== "connect" || answer.status >= 300) return answer;
    const id = IN_BACKGROUND.get(operation);
    if (id !== undefined) {
      const made = json(answer)[id];
      // The same request again, whose answer was lost, doesn't begin anew.
      if (typeof made === "string" && !readyAt.has(made)) readyAt.set(made, now() + duration);
      return answer;
    }
    const pending = [...readyAt].some(
      ([id, time]) => time > now() && request.url.split("?", 1)[0]?.endsWith(id) === true,
    );
    if (!pending) return answer;
    if (operation === "DescribeInstance") {
      struck("creating");
      const { Instance } = json(answer) as { Instance: object };
      return withBody(answer, {
        Instance: { ...Instance, InstanceStatus: "CREATION_IN_PROGRESS" },
      });
    }
    if (operation === "DescribePhoneNumber") {
      struck("creating");
      const { ClaimedPhoneNumberSummary } = json(answer) as { ClaimedPhoneNumberSummary: object };
      return withBody(answer, {
        ClaimedPhoneNumberSummary: {
          ...ClaimedPhoneNumberSummary,
          PhoneNumberStatus: { Status: "IN_PROGRESS" },
        },
      });
    }
    return answer;
  };
}

const json = ({ body }: ServiceResponse): Record<string, unknown> =>
  JSON.parse(body.toString()) as Record<string, unknown>;

const withBody = (answer: ServiceResponse, body: object): ServiceResponse => ({
  ...answer,
  body: JSON.stringify(body),
});
