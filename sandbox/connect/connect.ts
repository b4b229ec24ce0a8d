import { randomUUID } from "node:crypto";
import type { Service, ServiceRequest, ServiceResponse } from "../gateway/http";
import { agentStatusOperations } from "./resources/agent-statuses";
import { approvedOriginOperations } from "./resources/approved-origins";
import { contactFlowModuleOperations } from "./resources/contact-flow-modules";
import { contactFlowVersionOperations } from "./resources/contact-flow-versions";
import { contactFlowOperations } from "./resources/contact-flows";
import { contactOperations } from "./resources/contacts";
import { currentMetricOperations } from "./current-metrics";
import { botOperations } from "./resources/bots";
import { ConnectError, errorResponse, refusal } from "./protocol/errors";
import { contactEvaluationOperations } from "./resources/contact-evaluations";
import { evaluationFormOperations } from "./resources/evaluation-forms";
import { flowAssociationOperations } from "./resources/flow-associations";
import { historicalMetricOperations } from "./historical-metrics";
import { hoursOfOperationOverrideOperations } from "./resources/hours-of-operation-overrides";
import { hoursOfOperationOperations } from "./resources/hours-of-operations";
import { instanceAttributeOperations } from "./resources/instance-attributes";
import { instanceOperations } from "./resources/instances";
import { lambdaFunctionOperations } from "./resources/lambda-functions";
import { integrationAssociationOperations } from "./resources/integration-associations";
import type { LiveCalls } from "./live-calls";
import { liveContactOperations } from "./live-contacts";
import { OPERATIONS } from "./protocol/model";
import { nothingYetOperations } from "./resources/nothing-yet";
import type { Account, Operations, OtherServices } from "./store/operation";
import type { Quotas } from "./store/quotas";
import { paginate, Places } from "./store/pagination";
import { phoneNumberOperations } from "./resources/phone-numbers";
import { predefinedAttributeOperations } from "./resources/predefined-attributes";
import { promptOperations } from "./resources/prompts";
import { queueOperations } from "./resources/queues";
import { quickConnectOperations } from "./resources/quick-connects";
import { readInput } from "./protocol/request";
import { writeOutput } from "./protocol/response";
import { createRouter } from "./protocol/router";
import { ruleOperations } from "./resources/rules";
import { routingProfileOperations } from "./resources/routing-profiles";
import { securityProfileOperations } from "./resources/security-profiles";
import { storageConfigOperations } from "./resources/storage-configs";
import { emptyStore, type Store } from "./store/store";
import { tagOperations } from "./resources/tags";
import { userHierarchyOperations } from "./resources/user-hierarchy";
import { userOperations } from "./resources/users";
import { viewOperations } from "./resources/views";
import { vocabularyOperations } from "./resources/vocabularies";

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
  ...botOperations,
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
  ...predefinedAttributeOperations,
  ...integrationAssociationOperations,
  ...contactOperations,
  ...liveContactOperations,
  ...currentMetricOperations,
  ...historicalMetricOperations,
  ...agentStatusOperations,
  ...vocabularyOperations,
  ...evaluationFormOperations,
  ...contactEvaluationOperations,
  ...ruleOperations,
  ...viewOperations,
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
 * @param options.quotas - what AWS has granted it above a new account's
 * @param options.now - the clock; the machine's own unless given
 * @param options.calls - the telephone's calls; without them, there are none under way
 * @param options.others - the account's other services; without them, what they hold is taken on trust
 */
export function createConnect(options: {
  accountId: string;
  region: string;
  store?: Store;
  quotas?: Quotas;
  now?: () => Date;
  others?: OtherServices;
  calls?: () => LiveCalls;
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
