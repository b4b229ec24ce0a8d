import { failing } from "./minimal";
import { judgedIn, lacks, lacksError, type Probe, unknownType } from "./probe";
import { TYPES } from "./runs";

const { accepted, refused } = judgedIn(TYPES);

/** Types that no category page lists. */
export const OTHER_TYPES: readonly Probe[] = [
  refused(
    {
      type: "AuthenticateParticipant",
      leads: failing,
      proves: [
        "Errors.TimeLimitExceeded",
        "Conditions",
        "Parameters.CognitoConfiguration",
        "Parameters.CustomerProfilesConfiguration",
        "Parameters.TimeLimitMinutes",
      ],
    },
    lacksError("TimeLimitExceeded"),
    "Invalid Action property value. Path: Actions[0].Transitions.Conditions",
    lacks("Parameters.CognitoConfiguration"),
    lacks("Parameters.CustomerProfilesConfiguration"),
    lacks("Parameters.TimeLimitMinutes"),
  ),
  refused(
    { type: "CheckSegmentMembership", leads: failing },
    unknownType("CheckSegmentMembership"),
  ),
  refused(
    { type: "RouteContactToAgent", leads: failing, in: "CUSTOMER_QUEUE" },
    unknownType("RouteContactToAgent"),
  ),
  accepted({
    type: "LoadContactContent",
    leads: failing,
    proves: ["Errors.NoMatchingError"],
  }),
  accepted({
    type: "TransferParticipantToThirdParty",
    given: {
      ThirdPartyPhoneNumber: "+15551234567",
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "False",
    },
    leads: failing,
    proves: ["Parameters.ThirdPartyPhoneNumber", "Errors.NoMatchingError"],
  }),
];
