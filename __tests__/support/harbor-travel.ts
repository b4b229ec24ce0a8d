import type {
  ContactCenterValue,
  HoursOfOperationValue,
} from "../../constructs/value/contact-center-value";
import { messageValues } from "../../constructs/connect/message";
import { otherNumberValues } from "../../constructs/value/other-number";
import { recordingValues } from "../../constructs/value/recordings";
import { spokenHours, spokenMenu } from "../../constructs/value/spoken";

const hours: HoursOfOperationValue = {
  name: "Harbor hours",
  description: "When the travel desk is staffed",
  timeZone: "America/New_York",
  open: [{ days: ["MONDAY", "WEDNESDAY", "FRIDAY"], from: "08:00", to: "20:00" }],
};

const menu = [
  { key: "1", queue: "Reservations" },
  { key: "4", queue: "Group Travel" },
];

const recordings = {
  participants: ["Agent", "Customer"],
  analyticsLanguage: "en-US",
  infrequentAccessAfterDays: 90,
} as const;

/**
 * The contact center of another company, with one or two things of each kind: what tests of the
 * constructs change and break, so that they don't depend on what KWGlobal decides.
 */
export const HARBOR_TRAVEL: ContactCenterValue = {
  company: "Harbor Travel",
  message: undefined,
  instance: { alias: "harbor-travel", inboundCalls: true, outboundCalls: true },
  phoneNumber: { country: "US", type: "DID", prefix: "+1207", flow: "Harbor main menu" },
  hierarchy: {
    levels: ["Company", "Department", "Region", "City", "Supervisor"],
    groups: [
      {
        name: "Harbor Travel",
        groups: [{ name: "Groups", groups: [{ name: "West" }] }, { name: "Desk" }],
      },
    ],
  },
  users: [
    {
      username: "ada.hill",
      firstName: "Ada",
      lastName: "Hill",
      securityProfiles: ["Admin"],
      routingProfile: "Basic Routing Profile",
      hierarchyGroup: ["Harbor Travel"],
    },
    {
      username: "omar.khan",
      firstName: "Omar",
      lastName: "Khan",
      securityProfiles: ["Agent"],
      routingProfile: "Group Travel",
      hierarchyGroup: ["Harbor Travel", "Groups", "West"],
    },
    {
      username: "lena.ortiz",
      firstName: "Lena",
      lastName: "Ortiz",
      securityProfiles: ["Agent"],
      routingProfile: "Reservations",
      hierarchyGroup: ["Harbor Travel", "Desk"],
    },
  ],
  agentStatuses: [{ name: "Training", description: "In a course" }],
  hoursOfOperation: [hours],
  queues: [
    {
      name: "Reservations",
      description: "Callers who chose reservations",
      hoursOfOperation: hours.name,
      outboundCallerIdName: "Harbor Travel",
      outboundWhisperFlow: "Default outbound",
      quickConnects: ["Group Travel", "Front Desk", "Lena Ortiz"],
    },
    {
      name: "Group Travel",
      description: "Callers who chose group travel",
      hoursOfOperation: hours.name,
      outboundCallerIdName: "Harbor Travel",
      outboundWhisperFlow: "Default outbound",
      quickConnects: ["Reservations", "Front Desk"],
    },
  ],
  quickConnects: [
    { name: "Front Desk", type: "PHONE_NUMBER", phoneNumber: "+12075550142" },
    { name: "Group Travel", type: "QUEUE", queue: "Group Travel", flow: "Default queue transfer" },
    { name: "Reservations", type: "QUEUE", queue: "Reservations", flow: "Default queue transfer" },
    { name: "Lena Ortiz", type: "USER", user: "lena.ortiz", flow: "Default agent transfer" },
  ],
  routingProfiles: [
    {
      name: "Reservations",
      description: "Reservations only",
      voice: 1,
      defaultOutboundQueue: "Reservations",
      queues: [{ queue: "Reservations", priority: 1, delaySeconds: 0 }],
    },
    {
      name: "Group Travel",
      description: "Group travel first, then reservations",
      voice: 1,
      defaultOutboundQueue: "Group Travel",
      queues: [
        { queue: "Group Travel", priority: 1, delaySeconds: 0 },
        { queue: "Reservations", priority: 2, delaySeconds: 20 },
      ],
    },
  ],
  flows: [
    {
      name: "Harbor main menu",
      description: "Answers the number",
      type: "CONTACT_FLOW",
      template: "main-menu.json",
      announces: hours.name,
      values: {
        flowLogging: "Enabled",
        voices: [{ name: "Joanna", engine: "Neural", language: "en-US" }],
        ...recordingValues(recordings),
        ...messageValues(undefined),
        menu,
        menuText: spokenMenu(menu),
        menuRepeats: "2",
        secondsToPress: "6",
        queueWithoutKey: "Reservations",
        openingHours: spokenHours(hours),
      },
    },
    {
      // As the main menu's template names it.
      name: "KWGlobal callback in queue",
      description: "Music, and the offer of a callback",
      type: "CUSTOMER_QUEUE",
      template: "callback-in-queue.json",
      announces: hours.name,
      values: {
        flowLogging: "Enabled",
        secondsBetweenOffers: "90",
        ...otherNumberValues(undefined),
        secondsToPress: "6",
        openingHours: spokenHours(hours),
        callbackDelaySeconds: "5",
        callbackAttempts: "1",
        callbackRetrySeconds: "600",
      },
    },
  ],
  vanityNumbers: {
    functionName: "recordVanityNumber",
    roleName: "Lambda-DynamoDB",
    tableName: "harbor-vanity-number",
  },
  recordings,
  reporting: { queueSize: 10, queueWaitSeconds: 600, missedCalls: 5, contactRecords: false },
};
