import type { Service, ServiceResponse } from "../gateway/http";
import { jsonInput } from "../gateway/json-input";
import { errorMessage } from "../machine/errors";

/**
 * Step Functions' state machines: the emulator's, and the two operations that moto lacks and Terraform asks for. A definition is only checked for what
 * each must have: that it is JSON, and that each `StartAt` names one of its `States`. No versions are listed, since none can be
 * published there.
 * @param forward - Sends a request on to the emulator.
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
 */
export function createStateMachines(forward: Service): Service {
  return async (request) => {
    switch (request.headers["x-amz-target"]) {
      case "AWSStepFunctions.ValidateStateMachineDefinition": {
        const { definition } = jsonInput<{ definition: string }>(request);
        const diagnostics = faultsOf(definition);
        return answer({ result: diagnostics.length === 0 ? "OK" : "FAIL", diagnostics });
      }
      case "AWSStepFunctions.ListStateMachineVersions":
        return answer({ stateMachineVersions: [] });
      default:
        return forward(request);
    }
  };
}

interface Diagnostic {
  readonly severity: "ERROR";
  readonly code: string;
  readonly message: string;
}

function faultsOf(definition: string): Diagnostic[] {
  try {
    return missingStarts(JSON.parse(definition), "").map((message) => ({
      severity: "ERROR",
      code: "MISSING_TRANSITION_TARGET",
      message,
    }));
  } catch (error) {
    const message = errorMessage(error);
    return [{ severity: "ERROR", code: "INVALID_JSON_DESCRIPTION", message }];
  }
}

/** Looks also at the machines inside of Map and Parallel states. */
function missingStarts(json: unknown, path: string): string[] {
  if (typeof json !== "object" || json === null) return [];
  const fields = json as Readonly<Record<string, unknown>>;
  const { StartAt: start, States: states } = fields;
  const isMachine = path === "" || states !== undefined || start !== undefined;
  const startsThere =
    typeof start === "string" && typeof states === "object" && states !== null && start in states;
  const here =
    isMachine && !startsThere
      ? [`StartAt must be one of States, got ${JSON.stringify(start)} at ${path || "/"}`]
      : [];
  return [
    ...here,
    ...Object.entries(fields).flatMap(([name, value]) => missingStarts(value, `${path}/${name}`)),
  ];
}

function answer(body: object): ServiceResponse {
  return {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: Buffer.from(JSON.stringify(body)),
  };
}
