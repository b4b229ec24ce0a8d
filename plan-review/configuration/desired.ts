import { boolean, number, only, plain, text } from "./rules.ts";
import type { Block } from "./shape.ts";

const TIME: Block = { Hours: number, Minutes: number };

const ANSWER: Block = { AutomaticFail: boolean, RefId: plain, Score: number, Text: plain };

const QUESTION: Block = {
  Instructions: plain,
  NotApplicableEnabled: boolean,
  QuestionType: plain,
  "QuestionTypeProperties?": { SingleSelect: { DisplayAs: only("RADIO"), Options: [ANSWER] } },
  RefId: plain,
  Title: plain,
};

const SECTION: Block = {
  Instructions: plain,
  Items: [{ Question: QUESTION }],
  RefId: plain,
  Title: plain,
  Weight: number,
};

/**
 * The wanted states that the observer compares with, by the names of the locals
 * (constructs/associations/association.ts).
 */
export const DESIRED = {
  agent_statuses_desired: {
    agentStatuses: [{ description: plain, name: plain }],
    instanceId: text,
    kind: only("agentStatuses"),
  },
  contact_lens_rules_desired: {
    instanceId: text,
    kind: only("contactLensRules"),
    rules: [{ name: plain, "saidBy?": plain, "silencePercent?": number, "words?": [plain] }],
  },
  evaluation_forms_desired: {
    forms: [
      {
        description: plain,
        items: [{ Section: SECTION }],
        scoringStrategy: { Mode: only("SECTION_ONLY"), Status: only("ENABLED") },
        title: plain,
      },
    ],
    instanceId: text,
    kind: only("evaluationForms"),
  },
  holidays_desired: {
    instanceId: text,
    kind: only("holidays"),
    schedules: [
      {
        holidays: [
          { config: [{ Day: plain, EndTime: TIME, StartTime: TIME }], date: plain, name: plain },
        ],
        hoursOfOperationId: text,
        name: plain,
      },
    ],
  },
  phone_number_flow_desired: {
    flow: { contactFlowId: text, name: plain },
    instanceId: text,
    kind: only("phoneNumberFlow"),
    phoneNumberArn: text,
    phoneNumberId: text,
  },
  queue_quick_connects_desired: {
    instanceId: text,
    kind: only("queueQuickConnects"),
    queues: [
      { name: plain, queueId: text, quickConnects: [{ name: plain, quickConnectId: text }] },
    ],
  },
} satisfies Block;
