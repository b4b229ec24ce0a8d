/** A listing of Amazon Connect, and what is read of each thing that it lists. */
export interface Listing {
  /** Path and query; `{instance}` stands for the instance's id. */
  readonly path: string;
  /** A POST has the instance in its body. */
  readonly method?: "POST";
  /** The field of the answer that holds the list, where it is one. */
  readonly items?: string;
  /** Reads of each thing, where `{id}` stands for its `Id`. */
  readonly each?: readonly Read[];
}

/** One read of one thing. */
export interface Read {
  readonly path: string;
  /** The field that holds a list, where the answer comes in pages. */
  readonly items?: string;
}

/**
 * All that `npm run pull` asks an instance, in the paths of Amazon Connect's API.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_Operations_Amazon_Connect_Service.html
 */
export const LISTINGS: readonly Listing[] = [
  {
    path: "/contact-flows-summary/{instance}",
    items: "ContactFlowSummaryList",
    each: [{ path: "/contact-flows/{instance}/{id}" }],
  },
  { path: "/contact-flow-modules-summary/{instance}", items: "ContactFlowModulesSummaryList" },
  { path: "/prompts-summary/{instance}", items: "PromptSummaryList" },
  { path: "/instance/{instance}/lambda-functions", items: "LambdaFunctions" },
  {
    path: "/queues-summary/{instance}?queueTypes=STANDARD",
    items: "QueueSummaryList",
    each: [
      { path: "/queues/{instance}/{id}" },
      { path: "/queues/{instance}/{id}/quick-connects", items: "QuickConnectSummaryList" },
    ],
  },
  {
    path: "/hours-of-operations-summary/{instance}",
    items: "HoursOfOperationSummaryList",
    each: [
      { path: "/hours-of-operations/{instance}/{id}" },
      {
        path: "/hours-of-operations/{instance}/{id}/overrides",
        items: "HoursOfOperationOverrideList",
      },
    ],
  },
  {
    path: "/quick-connects/{instance}",
    items: "QuickConnectSummaryList",
    each: [{ path: "/quick-connects/{instance}/{id}" }],
  },
  {
    path: "/routing-profiles-summary/{instance}",
    items: "RoutingProfileSummaryList",
    each: [
      { path: "/routing-profiles/{instance}/{id}" },
      {
        path: "/routing-profiles/{instance}/{id}/queues",
        items: "RoutingProfileQueueConfigSummaryList",
      },
    ],
  },
  {
    path: "/security-profiles-summary/{instance}",
    items: "SecurityProfileSummaryList",
    each: [
      { path: "/security-profiles/{instance}/{id}" },
      { path: "/security-profiles-permissions/{instance}/{id}", items: "Permissions" },
    ],
  },
  {
    path: "/users-summary/{instance}",
    items: "UserSummaryList",
    each: [{ path: "/users/{instance}/{id}" }],
  },
  {
    path: "/agent-status/{instance}",
    items: "AgentStatusSummaryList",
    each: [{ path: "/agent-status/{instance}/{id}" }],
  },
  {
    path: "/user-hierarchy-groups-summary/{instance}",
    items: "UserHierarchyGroupSummaryList",
    each: [{ path: "/user-hierarchy-groups/{instance}/{id}" }],
  },
  { path: "/user-hierarchy-structure/{instance}" },
  {
    path: "/flow-associations-summary/{instance}?ResourceType=VOICE_PHONE_NUMBER",
    items: "FlowAssociationSummaryList",
  },
  { path: "/phone-number/list", method: "POST", items: "ListPhoneNumbersSummaryList" },
];
