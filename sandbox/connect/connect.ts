import { randomUUID } from "node:crypto";
import type { Service, ServiceRequest, ServiceResponse } from "../http";
import { agentStatusOperations } from "./agent-statuses";
import { approvedOriginOperations } from "./approved-origins";
import { contactFlowModuleOperations } from "./contact-flow-modules";
import { contactFlowVersionOperations } from "./contact-flow-versions";
import { contactFlowOperations } from "./contact-flows";
import { contactOperations } from "./contacts";
import { ConnectError, errorResponse, refusal } from "./errors";
import { flowAssociationOperations } from "./flow-associations";
import { hoursOfOperationOverrideOperations } from "./hours-of-operation-overrides";
import { hoursOfOperationOperations } from "./hours-of-operations";
import { instanceAttributeOperations } from "./instance-attributes";
import { instanceOperations } from "./instances";
import { lambdaFunctionOperations } from "./lambda-functions";
import { OPERATIONS } from "./model";
import { nothingYetOperations } from "./nothing-yet";
import type { Account, Operations, OtherServices } from "./operation";
import { paginate, Places } from "./pagination";
import { phoneNumberOperations } from "./phone-numbers";
import { promptOperations } from "./prompts";
import { queueOperations } from "./queues";
import { quickConnectOperations } from "./quick-connects";
import { readInput } from "./request";
import { writeOutput } from "./response";
import { createRouter } from "./router";
import { routingProfileOperations } from "./routing-profiles";
import { securityProfileOperations } from "./security-profiles";
import { storageConfigOperations } from "./storage-configs";
import { emptyStore, type Store } from "./store";
import { tagOperations } from "./tags";
import { userHierarchyOperations } from "./user-hierarchy";
import { userOperations } from "./users";

/** Amazon Connect's control plane for one account and Region, in memory. */
export interface Connect {
  /** Answers a request signed for `connect`. Never throws. */
  readonly handle: Service;
  /** What the account has now: for reading, by what stands beside the control plane. */
  readonly store: Store;
}

/** Every operation that is emulated. */
export const EMULATED: Operations = {
  ...instanceOperations,
  ...instanceAttributeOperations,
  ...storageConfigOperations,
  ...approvedOriginOperations,
  ...lambdaFunctionOperations,
  ...phoneNumberOperations,
  ...flowAssociationOperations,
  ...hoursOfOperationOperations,
  ...hoursOfOperationOverrideOperations,
  ...queueOperations,
  ...quickConnectOperations,
  ...routingProfileOperations,
  ...userOperations,
  ...userHierarchyOperations,
  ...securityProfileOperations,
  ...contactFlowOperations,
  ...contactFlowVersionOperations,
  ...contactFlowModuleOperations,
  ...promptOperations,
  ...contactOperations,
  ...agentStatusOperations,
  ...tagOperations,
  ...nothingYetOperations,
};

const route = createRouter(OPERATIONS);

/**
 * Makes an Amazon Connect.
 *
 * @param options.accountId - the 12 digits that its ARNs carry
 * @param options.region - the AWS Region that its ARNs carry
 * @param options.store - what it has; without one there is no instance
 * @param options.now - the clock; the machine's own unless given
 * @param options.others - the account's other services; without them, what they hold is taken on trust
 */
export function createConnect(options: {
  accountId: string;
  region: string;
  store?: Store;
  now?: () => Date;
  others?: OtherServices;
}): Connect {
  const { store = emptyStore() } = options;
  const account: Account = { now: () => new Date(), ...options, store };
  const places = new Places();
  return {
    store,
    handle: async (request) => withRequestId(await answer(request, account, places)),
  };
}

const withRequestId = (response: ServiceResponse): ServiceResponse => ({
  ...response,
  headers: { ...response.headers, "x-amzn-requestid": randomUUID() },
});

async function answer(
  request: ServiceRequest,
  account: Account,
  places: Places,
): Promise<ServiceResponse> {
  const [path = ""] = request.url.split("?");
  const found = route(request.method, path);
  if (found === undefined)
    return refusal(
      404,
      "UnknownOperationException",
      `Amazon Connect has no operation ${request.method} ${path}`,
    );
  const { operation } = found;
  const behaviour = EMULATED[operation.name] as
    ((input: object, account: Account) => object | Promise<object>) | undefined;
  try {
    const input = readInput(found, request);
    // 400 and not 501: AWS clients retry what looks like a failing server, Terraform for minutes.
    if (behaviour === undefined)
      return refusal(
        400,
        "UnknownOperationException",
        `${operation.name} is not emulated: the sandbox's Amazon Connect has no such operation`,
      );
    const output = await behaviour(input, account);
    return writeOutput(operation, paginate(operation, input, output, places));
  } catch (error) {
    if (error instanceof ConnectError) return errorResponse(operation.name, error);
    console.error(error);
    return refusal(
      400,
      "InternalServiceException",
      `${operation.name} failed by a fault of the sandbox, not of the request: ${String(error)}`,
    );
  }
}
