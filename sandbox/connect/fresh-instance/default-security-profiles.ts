/** What an agent needs: the softphone, and calls out of it. */
const AGENT = ["BasicAgentAccess", "OutboundCallAccess"];

/** What a reviewer of calls needs. */
const REVIEW = [
  "AccessMetrics",
  "ContactSearch.View",
  "Evaluation.Create",
  "Evaluation.Edit",
  "Evaluation.View",
  "EvaluationForms.View",
  "ListenCallRecordings",
  "ManagerListenIn",
  "MetricsReports.Create",
  "MetricsReports.Edit",
  "MetricsReports.Share",
  "MetricsReports.View",
];

/** What a manager of people and routing needs beside a reviewer's rights. */
const MANAGEMENT = [
  "AgentGrouping.Create",
  "AgentGrouping.Delete",
  "AgentGrouping.Edit",
  "AgentGrouping.EnableAndDisable",
  "AgentGrouping.View",
  "AgentStates.Create",
  "AgentStates.Edit",
  "AgentStates.EnableAndDisable",
  "AgentStates.View",
  "HoursOfOperation.Create",
  "HoursOfOperation.Delete",
  "HoursOfOperation.Edit",
  "HoursOfOperation.View",
  "Queues.Create",
  "Queues.Edit",
  "Queues.EnableAndDisable",
  "Queues.View",
  "RoutingPolicies.Create",
  "RoutingPolicies.Edit",
  "RoutingPolicies.View",
  "TransferDestinations.Create",
  "TransferDestinations.Delete",
  "TransferDestinations.Edit",
  "TransferDestinations.View",
  "Users.Create",
  "Users.Delete",
  "Users.Edit",
  "Users.EditPermission",
  "Users.View",
];

/** What remains for administrators: numbers, flows, prompts and the rights themselves. */
const ADMINISTRATION = [
  "ContactFlows.Create",
  "ContactFlows.Delete",
  "ContactFlows.Edit",
  "ContactFlows.Publish",
  "ContactFlows.View",
  "PhoneNumbers.Claim",
  "PhoneNumbers.Edit",
  "PhoneNumbers.Release",
  "PhoneNumbers.View",
  "Prompts.Create",
  "Prompts.Delete",
  "Prompts.Edit",
  "Prompts.View",
  "SecurityProfiles.Create",
  "SecurityProfiles.Delete",
  "SecurityProfiles.Edit",
  "SecurityProfiles.View",
];

/**
 * The security profiles of a new instance. The names are Connect's; the permissions are a
 * plausible part of what each grants.
 * https://docs.aws.amazon.com/connect/latest/adminguide/default-security-profiles.html
 */
export const DEFAULT_SECURITY_PROFILES = [
  {
    name: "Admin",
    description: "Allows administrators to perform all actions.",
    permissions: [...AGENT, ...REVIEW, ...MANAGEMENT, ...ADMINISTRATION],
  },
  {
    name: "Agent",
    description: "Allows agents to use the Contact Control Panel.",
    permissions: AGENT,
  },
  {
    name: "CallCenterManager",
    description:
      "Allows managers to perform actions related to user management, metrics and routing.",
    permissions: [...AGENT, ...REVIEW, ...MANAGEMENT],
  },
  {
    name: "QualityAnalyst",
    description:
      "Allows quality analysts to perform actions related to metrics and call recordings.",
    permissions: REVIEW,
  },
];
