/**
 * KWGlobal's contact center. Everything that people change stands here (the prompts stand in
 * flow-templates/); what a field means and allows is said at its type.
 */
import type {
  Account,
  Environment,
  EvaluationFormValue,
  GitHub,
  HoursOfOperationValue,
  MessageValue,
  RecordingsValue,
} from "./constructs/value/contact-center-value";
import { defineContactCenter } from "./constructs/value/define-contact-center";
import { messageValues } from "./constructs/connect/message";
import { otherNumberValues } from "./constructs/value/other-number";
import { recordingValues } from "./constructs/value/recordings";
import { spokenHours, spokenMenu } from "./constructs/value/spoken";

const businessHours = {
  name: "KWGlobal business hours",
  description: "Consulting and customer service",
  timeZone: "America/Los_Angeles",
  open: [
    { days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], from: "09:00", to: "18:00" },
    { days: ["SATURDAY"], from: "09:00", to: "15:00" },
  ],
} as const satisfies HoursOfOperationValue;

/** What the caller can press in the main menu, and the queue that it leads to. */
const menu = [
  { key: "1", queue: "Customer Service" },
  { key: "2", queue: "Business Consulting" },
] as const;

/**
 * How long callers may take to press a key, 5 s by default in Amazon Connect: who looks for the
 * keypad with the telephone at the ear needs longer.
 */
const secondsToPress = "8";

/** Supervisors switch it by `npm run message`; undefined leaves it out of the center. */
const message: MessageValue | undefined = {
  name: "KWGlobal message",
  timeZone: businessHours.timeZone,
};

/** Kept for ever; set `expireAfterDays` to delete them. */
const recordings: RecordingsValue = {
  participants: ["Agent", "Customer"],
  analyticsLanguage: "en-US",
  // Several States demand that both sides know of it (docs/before-opening.md).
  announcement: "This call may be recorded for quality and training purposes.",
  infrequentAccessAfterDays: 90,
};

const yesOrNo = {
  type: "SINGLESELECT",
  answers: [
    { text: "Yes", score: 10 },
    { text: "No", score: 0 },
  ],
} as const;

const grades = {
  type: "SINGLESELECT",
  answers: [
    { text: "Fully", score: 10 },
    { text: "Mostly", score: 7 },
    { text: "Hardly", score: 3 },
    { text: "Not at all", score: 0 },
  ],
} as const;

/** What supervisors judge calls by; without its line in the center there is none. */
const evaluationForm: EvaluationFormValue = {
  title: "KWGlobal call",
  description: "For calls of Customer Service and Business Consulting",
  sections: [
    {
      id: "greeting",
      title: "Greeting",
      weight: 15,
      questions: [
        { id: "names", title: "Did the agent say the company's and the own name?", ...yesOrNo },
      ],
    },
    {
      id: "need",
      title: "The caller's need",
      weight: 30,
      questions: [
        {
          id: "listening",
          title: "Did the agent let the caller finish, and ask where something was unclear?",
          ...grades,
        },
        { id: "repeated", title: "Did the agent say the need in own words?", ...yesOrNo },
      ],
    },
    {
      id: "solution",
      title: "Solution",
      weight: 40,
      questions: [
        { id: "answer", title: "Was the answer right and complete?", ...grades },
        {
          id: "transfer",
          title: "If the call was transferred: to the right place, and announced to the caller?",
          ...yesOrNo,
          notApplicable: true,
        },
        {
          id: "privacy",
          title: "Did the agent keep other people's data to themselves?",
          instructions:
            "No name, number or order of anybody else is told. A breach fails the call.",
          type: "SINGLESELECT",
          answers: [
            { text: "Yes", score: 10 },
            { text: "No", score: 0, automaticFail: true },
          ],
        },
      ],
    },
    {
      id: "closing",
      title: "Closing",
      weight: 15,
      questions: [
        { id: "next-step", title: "Did the agent say what happens next, and when?", ...yesOrNo },
      ],
    },
    {
      id: "notes",
      title: "Notes",
      weight: 0,
      questions: [
        { id: "advice", title: "What should the agent keep, and try next?", type: "TEXT" },
      ],
    },
  ],
};

/** The center, the same in every environment. */
export const KWGLOBAL = defineContactCenter({
  company: "KWGlobal",

  instance: { alias: "KWGlobal", inboundCalls: true, outboundCalls: true },

  phoneNumber: { country: "US", type: "DID", prefix: "+1302", flow: "KWGlobal Main Menu" },

  hierarchy: {
    levels: ["Company", "Department", "Region", "City", "Supervisor"],
    groups: [
      {
        name: "KWGlobal",
        groups: [
          {
            name: "Consulting",
            groups: [
              {
                name: "Asia Pacific",
                timeZone: "Asia/Shanghai",
                groups: [{ name: "Shanghai", groups: [{ name: "Jimin Lee" }] }],
              },
            ],
          },
          {
            name: "Customer Service",
            groups: [
              {
                name: "North America",
                timeZone: "America/Los_Angeles",
                groups: [{ name: "Portland", groups: [{ name: "Jimin Lee" }] }],
              },
            ],
          },
        ],
      },
    ],
  },

  // Three minutes to write down what was said; then calls come again, though nobody has clicked.
  agentPhones: { afterCallWorkSeconds: 180 },

  users: [
    {
      username: "caleb.wang",
      firstName: "Caleb",
      lastName: "Wang",
      securityProfiles: ["Admin"],
      routingProfile: "Basic Routing Profile",
      hierarchyGroup: ["KWGlobal"],
    },
    {
      username: "jimin.lee",
      firstName: "Jimin",
      lastName: "Lee",
      securityProfiles: ["CallCenterManager"],
      routingProfile: "Basic Routing Profile",
      hierarchyGroup: ["KWGlobal"],
    },
    {
      username: "peter.parker",
      firstName: "Peter",
      lastName: "Parker",
      securityProfiles: ["Agent"],
      routingProfile: "Business Consulting",
      hierarchyGroup: ["KWGlobal", "Consulting", "Asia Pacific", "Shanghai", "Jimin Lee"],
    },
    {
      username: "mary.jane",
      firstName: "Mary",
      lastName: "Jane",
      securityProfiles: ["Agent"],
      routingProfile: "Customer Service",
      hierarchyGroup: ["KWGlobal", "Customer Service", "North America", "Portland", "Jimin Lee"],
    },
  ],

  agentStatuses: [
    { name: "Lunch", description: "Agents at lunch" },
    { name: "Break", description: "Agents on a break" },
    { name: "Meeting", description: "Agents or managers in a meeting" },
  ],

  hoursOfOperation: [businessHours],

  queues: [
    {
      name: "Customer Service",
      description: "Callers who chose customer service",
      hoursOfOperation: businessHours.name,
      outboundCallerIdName: "KWGlobal",
      outboundWhisperFlow: "Default outbound",
      quickConnects: ["Business Consulting", "Management", "Mary Jane"],
    },
    {
      name: "Business Consulting",
      description: "Callers who chose business consulting",
      hoursOfOperation: businessHours.name,
      outboundCallerIdName: "KWGlobal",
      outboundWhisperFlow: "Default outbound",
      quickConnects: ["Customer Service", "Management", "Mary Jane"],
    },
  ],

  quickConnects: [
    // A number that is reserved for fiction: put the managers' own here before you go live.
    { name: "Management", type: "PHONE_NUMBER", phoneNumber: "+13025550199" },
    {
      name: "Business Consulting",
      type: "QUEUE",
      queue: "Business Consulting",
      flow: "Default queue transfer",
    },
    {
      name: "Customer Service",
      type: "QUEUE",
      queue: "Customer Service",
      flow: "Default queue transfer",
    },
    { name: "Mary Jane", type: "USER", user: "mary.jane", flow: "Default agent transfer" },
  ],

  routingProfiles: [
    {
      name: "Customer Service",
      description: "Customer service calls",
      voice: 1,
      defaultOutboundQueue: "Customer Service",
      queues: [{ queue: "Customer Service", priority: 1, delaySeconds: 0 }],
    },
    {
      name: "Business Consulting",
      description: "Consulting calls first, then customer service calls that have waited",
      voice: 1,
      defaultOutboundQueue: "Business Consulting",
      queues: [
        { queue: "Business Consulting", priority: 1, delaySeconds: 0 },
        { queue: "Customer Service", priority: 2, delaySeconds: 15 },
      ],
    },
  ],

  flows: [
    {
      name: "KWGlobal Main Menu",
      description: "Answers the claimed number",
      type: "CONTACT_FLOW",
      template: "main-menu.json",
      announces: businessHours.name,
      values: {
        flowLogging: "Enabled",
        // Such as { name: "Joanna", engine: "Neural", language: "en-US" }: the instance's own else.
        voices: [],
        ...recordingValues(recordings),
        ...messageValues(message),
        menu,
        menuText: spokenMenu(menu),
        menuRepeats: "2",
        secondsToPress,
        // Who presses nothing, or can't, talks to a person all the same.
        queueWithoutKey: "Customer Service",
        openingHours: spokenHours(businessHours),
      },
    },
    {
      name: "KWGlobal callback in queue",
      description: "Music while waiting, and every two minutes the offer of a callback",
      type: "CUSTOMER_QUEUE",
      template: "callback-in-queue.json",
      announces: businessHours.name,
      values: {
        flowLogging: "Enabled",
        secondsBetweenOffers: "120",
        secondsToPress,
        // otherNumberValues(2) lets who calls from a number that can't be called key in another, twice at most.
        ...otherNumberValues(undefined),
        openingHours: spokenHours(businessHours),
        // The caller hears the goodbye first and hangs up: an earlier call would find the line busy.
        callbackDelaySeconds: "30",
        callbackAttempts: "1",
        callbackRetrySeconds: "600",
      },
    },
    {
      // Takes effect once a queue names it as its outboundWhisperFlow.
      name: "KWGlobal outbound",
      description: "Records calls that agents make, and says so",
      type: "OUTBOUND_WHISPER",
      template: "outbound-whisper.json",
      values: { flowLogging: "Enabled", ...recordingValues(recordings) },
    },
  ],

  message,

  vanityNumbers: {
    functionName: "recordVanityNumber",
    roleName: "Lambda-DynamoDB",
    tableName: "cus-phone-vanity-number",
  },

  recordings,

  evaluationForms: [evaluationForm],

  // Calls that a supervisor should hear first: contact search finds them by these names.
  contactLensRules: [
    {
      name: "asks-for-supervisor",
      words: ["your manager", "your supervisor", "a complaint", "my lawyer", "cancel my contract"],
      saidBy: "CUSTOMER",
    },
    { name: "long-silence", silencePercent: 40 },
  ],

  reporting: {
    // Of the ten calls at once that a new account may have, two are with the agents.
    queueSize: 5,
    queueWaitSeconds: 600,
    // Each takes its agent out until the agent clears it, and Business Consulting has only one.
    missedCalls: 1,
    // Calls in every open hour are usual: three without one, and the number may be dead.
    silentHours: 3,
    // 2,000 calls a month are $15 a working day (npm run cost): a robot that dials abroad costs more in an hour.
    dollarsADay: 50,
    contactRecords: true,
  },
});

/** The repository that this is, on GitHub. */
export const GITHUB: GitHub = { repository: "kwglobal/contact-center" };

/** Whom AWS's IAM Identity Center calls administrators. */
const operators = ["AWSReservedSSO_AdministratorAccess_*"];

/** The ids are placeholders: put your own here before you go live (docs/go-live.md). */
const DEV: Account = {
  name: "dev",
  id: "111111111111",
  region: "us-west-2",
  stateBucket: "kwglobal-terraform-state-dev",
  operators,
};
const PROD: Account = {
  name: "prod",
  id: "222222222222",
  region: "us-west-2",
  stateBucket: "kwglobal-terraform-state",
  operators,
};

/** The AWS accounts that hold the environments. */
export const ACCOUNTS: readonly Account[] = [DEV, PROD];

/** Where the center stands. Bucket names are unique in all of AWS: choose your own suffix. */
export const ENVIRONMENTS: readonly Environment[] = [
  {
    name: "dev",
    account: DEV,
    suffix: "-dev",
    region: "us-west-2",
    bucketSuffix: "kwglobal-dev",
    logRetentionDays: 30,
    alarmEmails: [],
    guarded: true,
  },
  {
    name: "prod",
    account: PROD,
    suffix: "",
    region: "us-west-2",
    bucketSuffix: "kwglobal",
    logRetentionDays: 365,
    // An address that nobody has: put the supervisors' own here before you go live.
    alarmEmails: ["supervisors@kwglobal.example"],
    guarded: true,
  },
];
