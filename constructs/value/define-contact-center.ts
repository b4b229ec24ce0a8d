import type {
  ContactCenterValue,
  FlowValue,
  HierarchyGroupValue,
  HierarchyValue,
  HoursOfOperationValue,
  PhoneNumberValue,
  QueueValue,
  QuickConnectValue,
  RoutingProfileQueueValue,
  RoutingProfileValue,
  SecurityProfileValue,
  UserValue,
} from "./contact-center-value";
import type {
  DefaultFlow,
  DefaultHoursOfOperation,
  DefaultQueue,
  DefaultRoutingProfile,
  DefaultSecurityProfile,
} from "./instance-defaults";

/** The paths that lead to the groups of a hierarchy, from the top: `["KWGlobal", "Consulting"]`. */
type PathIn<Groups> = Groups extends readonly (infer Group)[] ? PathTo<Group> : never;
type PathTo<Group> = Group extends { readonly name: infer Name extends string }
  ? | readonly [Name]
    | (Group extends { readonly groups: infer Below } ? readonly [Name, ...PathIn<Below>] : never)
  : never;

/** A center whose names are known: each is inferred where it is defined, and checked where it is used. */
type NamedCenter<
  Groups extends readonly HierarchyGroupValue[],
  Hours extends string,
  Queue extends string,
  QuickConnect extends string,
  Profile extends string,
  User extends string,
  Flow extends string,
  SecurityProfile extends string,
> = ContactCenterValue & {
  readonly hierarchy: HierarchyValue & { readonly groups: Groups };
  readonly hoursOfOperation: readonly (HoursOfOperationValue & { readonly name: Hours })[];
  readonly queues: readonly (QueueValue & {
    readonly name: Queue;
    readonly hoursOfOperation: NoInfer<Hours> | DefaultHoursOfOperation;
    readonly outboundWhisperFlow: NoInfer<Flow> | DefaultFlow;
    readonly quickConnects: readonly NoInfer<QuickConnect>[];
  })[];
  readonly quickConnects: readonly (QuickConnectValue & { readonly name: QuickConnect } & (
      | { readonly type: "PHONE_NUMBER" }
      | {
          readonly type: "QUEUE";
          readonly queue: NoInfer<Queue> | DefaultQueue;
          readonly flow: NoInfer<Flow> | DefaultFlow;
        }
      | {
          readonly type: "USER";
          readonly user: NoInfer<User>;
          readonly flow: NoInfer<Flow> | DefaultFlow;
        }
    ))[];
  readonly routingProfiles: readonly (RoutingProfileValue & {
    readonly name: Profile;
    readonly defaultOutboundQueue: NoInfer<Queue> | DefaultQueue;
    readonly queues: readonly (RoutingProfileQueueValue & {
      readonly queue: NoInfer<Queue> | DefaultQueue;
    })[];
  })[];
  readonly securityProfiles?: readonly (SecurityProfileValue & {
    readonly name: SecurityProfile;
  })[];
  readonly users: readonly (UserValue & {
    readonly username: User;
    readonly securityProfiles: readonly (NoInfer<SecurityProfile> | DefaultSecurityProfile)[];
    readonly routingProfile: NoInfer<Profile> | DefaultRoutingProfile;
    readonly hierarchyGroup: PathIn<NoInfer<Groups>> | readonly [];
  })[];
  readonly flows: readonly (FlowValue & {
    readonly name: Flow;
    readonly announces?: NoInfer<Hours>;
    readonly values: {
      readonly menu?: readonly { readonly queue: NoInfer<Queue> | DefaultQueue }[];
      readonly queueWithoutKey?: NoInfer<Queue> | DefaultQueue;
    };
  })[];
  readonly phoneNumber: PhoneNumberValue & { readonly flow: NoInfer<Flow> };
};

/**
 * A contact center's value, whose names the compiler checks: a queue, flow, schedule, person, profile, quick
 * connect or hierarchy path that is used and not defined is a type error at its place, which names what was
 * probably meant. A thing that is built elsewhere keeps its names if it is declared `as const satisfies
 * …Value`. What types can't say is checked by `checkContactCenter` at synth.
 */
export function defineContactCenter<
  const Groups extends readonly HierarchyGroupValue[],
  const Hours extends string,
  const Queue extends string,
  const QuickConnect extends string,
  const Profile extends string,
  const User extends string,
  const Flow extends string,
  // Without any, only the default ones that every instance has may be named.
  const SecurityProfile extends string = never,
>(
  center: NamedCenter<Groups, Hours, Queue, QuickConnect, Profile, User, Flow, SecurityProfile>,
): ContactCenterValue {
  return center;
}
