import { ConnectError, errorResponse } from "../connect/protocol/errors";
import type { Fault, FaultContext } from "../gateway/fault";

/**
 * Somebody else has taken these names: a create with one of them is a duplicate.
 *
 * @param names - Of things (`Name`) and of users (`Username`).
 */
export function takenNames(names: readonly string[], { struck }: FaultContext): Fault {
  return ({ service, operation, request }, serve) => {
    if (service !== "connect" || !operation.startsWith("Create")) return serve();
    const { Name, Username } = JSON.parse(request.body.toString() || "{}") as Record<
      string,
      unknown
    >;
    const taken = names.find((name) => name === Name || name === Username);
    if (taken === undefined) return serve();
    struck("taken");
    return Promise.resolve(
      errorResponse(
        operation,
        new ConnectError(
          "DuplicateResourceException",
          `the name ${JSON.stringify(taken)} is taken`,
        ),
      ),
    );
  };
}
