import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

import type { Json } from "../../contact-flow/json";
import type { ExecutionEnd } from "../cloudwatch/execution-metrics";
import type { Service, ServiceResponse } from "../gateway/http";
import { jsonInput, jsonOperation } from "../gateway/json-input";
import { jsonRequest } from "../gateway/service-request";
import { signatureOf } from "../gateway/signature";
import { answer, notPlayed, refused } from "./answers";
import { readDistributedMap } from "./distributed-map";
import { described, describedMapRun, type Execution, type Executions, listed } from "./execution";
import { MapRun, type MapServices } from "./map-run";
import { runNames } from "./run-names";
import { countsOf, RunningExecutions } from "./running";

/** The operations that concern executions. */
const OPERATIONS = new Set([
  ...["StartExecution", "DescribeExecution", "ListExecutions", "StopExecution"],
  ...["RedriveExecution", "GetExecutionHistory", "DescribeStateMachineForExecution"],
  ...["ListMapRuns", "DescribeMapRun", "UpdateMapRun", "DeleteStateMachine"],
]);

/** Executions that ListExecutions answers at a time. */
const DEFAULT_PAGE = 100;

interface Input {
  readonly stateMachineArn?: string;
  readonly executionArn?: string;
  readonly mapRunArn?: string;
  readonly name?: string;
  readonly input?: string;
  readonly statusFilter?: string;
  readonly maxResults?: number;
  readonly nextToken?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** What executions need. */
export interface StepFunctionsServices extends Pick<MapServices, "lambda" | "s3"> {
  /** The rest of Step Functions, which keeps the state machines. */
  readonly states: Service;
  /** Hears how an execution of a state machine has ended. */
  readonly onEnd: (machineArn: string, end: ExecutionEnd) => void;
  /** Waits before a retry. @default - real time */
  readonly wait?: MapServices["wait"];
}

/** Step Functions with executions. */
export interface StepFunctions {
  readonly handle: Service;
  /** Stops what runs. */
  stop(): void;
}

/**
 * Executes state machines that are one Distributed Map (see {@link readDistributedMap}). Any other is refused when it is
 * started, with all that the sandbox doesn't know of it.
 *
 * @param executions - What is kept of them.
 */
export function createStepFunctions(
  executions: Executions,
  services: StepFunctionsServices,
): StepFunctions {
  const running = new RunningExecutions(executions, services.onEnd);

  async function start(input: Input, region: string): Promise<ServiceResponse> {
    const { stateMachineArn: machineArn = "", name = randomUUID(), input: text = "{}" } = input;
    const json = parsed(text);
    if (json === undefined)
      return refused("InvalidExecutionInput", "input must be JSON, and can't be read as it");
    if (!/^[\w-]{1,80}$/.test(name))
      return refused("InvalidName", `name must be 1 to 80 letters, digits, _ or -: ${name}`);
    const machine = await services.states(
      jsonRequest("states", region, "AWSStepFunctions.DescribeStateMachine", {
        stateMachineArn: machineArn,
      }),
    );
    if (machine.status !== 200) return machine;
    if (!/:stateMachine:[^:]+$/.test(machineArn))
      return notPlayed(`it executes no versions and no aliases, got ${machineArn}`);
    const read = readDistributedMap(
      (JSON.parse(String(machine.body)) as { definition: string }).definition,
    );
    if ("faults" in read)
      return notPlayed(`it executes a Distributed Map only: ${read.faults.join("; ")}`);
    const { map } = read;
    const arn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
    const known = executions.get(arn);
    if (known && (known.input !== text || known.status !== "RUNNING"))
      return refused("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    const started = known?.started ?? Date.now();
    if (!known) {
      const names = runNames(machineArn, map.label);
      const run = new MapRun(map, json, names, { wait: waitFor, ...services, region });
      const execution: Execution = {
        ...{ arn, machineArn, name, input: text, started, status: "RUNNING", redrives: 0 },
        mapRun: {
          arn: names.mapRun,
          maxConcurrency: map.maxConcurrency,
          toleratedFailures: map.toleratedFailures,
          ...countsOf(run),
        },
      };
      executions.set(arn, execution);
      running.begin(execution, run);
    }
    return answer({ executionArn: arn, startDate: started / 1000 });
  }

  function list(input: Input): ServiceResponse {
    const { stateMachineArn, statusFilter, maxResults = 0, nextToken } = input;
    const found = [...executions.values()]
      .reverse()
      .filter(({ machineArn }) => machineArn === stateMachineArn)
      .filter(({ status }) => statusFilter === undefined || status === statusFilter);
    const from = Number(nextToken ?? 0);
    // 0 asks for the default.
    const to = from + (maxResults === 0 ? DEFAULT_PAGE : maxResults);
    return answer({
      executions: found.slice(from, to).map(listed),
      ...(to < found.length && { nextToken: String(to) }),
    });
  }

  /** An operation on one execution. */
  function serve(operation: string, execution: Execution, input: Input): ServiceResponse {
    running.count(execution);
    switch (operation) {
      case "DescribeExecution":
        return answer(described(execution));
      case "StopExecution":
        running.stop(execution, {
          ...(input.error !== undefined && { error: input.error }),
          ...(input.cause !== undefined && { cause: input.cause }),
        });
        return answer({ stopDate: (execution.stopped ?? 0) / 1000 });
      case "RedriveExecution": {
        const hindrance = running.redrive(execution);
        if (hindrance !== undefined) return refused("ExecutionNotRedrivable", hindrance);
        return answer({ redriveDate: (execution.redriven ?? 0) / 1000 });
      }
      case "ListMapRuns":
        return answer({ mapRuns: [describedMapRun(execution)] });
      case "DescribeMapRun":
        return answer(describedMapRun(execution));
      default:
        return notPlayed(`it doesn't play ${operation} of an execution or a map run`);
    }
  }

  const handle: Service = async (request) => {
    const operation = jsonOperation(request);
    if (!OPERATIONS.has(operation)) return services.states(request);
    const input = jsonInput<Input>(request);
    const { region = "" } = signatureOf(request.url, request.headers) ?? {};
    if (operation === "StartExecution") return start(input, region);
    if (operation === "ListExecutions" && input.mapRunArn === undefined) return list(input);
    if (operation === "DeleteStateMachine")
      for (const execution of executions.values())
        if (execution.machineArn === input.stateMachineArn) {
          running.stop(execution);
          executions.delete(execution.arn);
        }
    const { executionArn, mapRunArn } = input;
    const execution =
      executions.get(executionArn ?? "") ??
      [...executions.values()].find(({ mapRun }) => mapRun.arn === mapRunArn);
    // The emulator says that there is none.
    return execution ? serve(operation, execution, input) : services.states(request);
  };
  return {
    handle,
    stop: () => {
      for (const execution of executions.values()) running.stop(execution);
    },
  };
}

const waitFor: MapServices["wait"] = (seconds, signal) =>
  wait(seconds * 1000, undefined, { signal });

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
