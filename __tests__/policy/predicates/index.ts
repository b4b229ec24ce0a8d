import { frozenAddresses, uniqueAttr } from "./addresses";
import { alarms } from "./alarms";
import { connectLogGroup, quickConnectNumbers, quotas, sensitiveVars } from "./connect";
import {
  flowCallback,
  flowDial,
  flowDtmf,
  flowErrors,
  flowLogging,
  flowNoArn,
  flowSsml,
} from "./flow-actions";
import { flowDeps, flowLambda, flowLambdaChain } from "./flow-functions";
import { flowCycles, flowGraph, flowReachable, flowTerminal } from "./flow-graph";
import { kmsLogs, lambdaDeps, lambdaEnv, tracing } from "./functions";
import { policyActions, policyConditions, policyPlaces, policyResources } from "./policies";
import type { Predicate } from "./predicate";
import { bannedTypes, noKeys, noSecrets, providersAllowlist } from "./supply-chain";

/** Every predicate, by the name that rules know it by. */
export const PREDICATES = {
  alarms,
  bannedTypes,
  connectLogGroup,
  flowCallback,
  flowCycles,
  flowDeps,
  flowDial,
  flowDtmf,
  flowErrors,
  flowGraph,
  flowLambda,
  flowLambdaChain,
  flowLogging,
  flowNoArn,
  flowReachable,
  flowSsml,
  flowTerminal,
  frozenAddresses,
  kmsLogs,
  lambdaDeps,
  lambdaEnv,
  noKeys,
  noSecrets,
  policyActions,
  policyConditions,
  policyPlaces,
  policyResources,
  providersAllowlist,
  quickConnectNumbers,
  quotas,
  sensitiveVars,
  tracing,
  uniqueAttr,
} satisfies Readonly<Record<string, Predicate>>;

export type PredicateName = keyof typeof PREDICATES;
