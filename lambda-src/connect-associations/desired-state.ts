/**
 * What the center wants, as Terraform hands it to the functions. Names ride along for messages and
 * for whoever reads the plan; ids are what counts.
 */
export type DesiredState =
  | AgentStatuses
  | QueueQuickConnects
  | PhoneNumberFlow
  | Holidays
  | EvaluationForms
  | ContactLensRules;

/** Agent statuses beside the built-in ones, by name. */
export interface AgentStatuses {
  readonly kind: "agentStatuses";
  readonly instanceId: string;
  readonly agentStatuses: readonly { readonly name: string; readonly description: string }[];
}

/** The quick connects of each queue: exactly these, in any order. */
export interface QueueQuickConnects {
  readonly kind: "queueQuickConnects";
  readonly instanceId: string;
  readonly queues: readonly {
    readonly name: string;
    readonly queueId: string;
    readonly quickConnects: readonly { readonly name: string; readonly quickConnectId: string }[];
  }[];
}

/** The flow that answers a number. */
export interface PhoneNumberFlow {
  readonly kind: "phoneNumberFlow";
  readonly instanceId: string;
  readonly phoneNumberId: string;
  readonly phoneNumberArn: string;
  readonly flow: { readonly name: string; readonly contactFlowId: string };
}

/** Days with hours of their own, by schedule. */
export interface Holidays {
  readonly kind: "holidays";
  readonly instanceId: string;
  readonly schedules: readonly {
    readonly name: string;
    readonly hoursOfOperationId: string;
    readonly holidays: readonly {
      /** Unique among the schedule's overrides. */
      readonly name: string;
      /** `YYYY-MM-DD` in the schedule's time zone. */
      readonly date: string;
      /** The hours of that day, as Connect writes them; closed if there are none. */
      readonly config: readonly {
        readonly Day:
          "SUNDAY" | "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY";
        readonly StartTime: { readonly Hours: number; readonly Minutes: number };
        readonly EndTime: { readonly Hours: number; readonly Minutes: number };
      }[];
    }[];
  }[];
}

/** Evaluation forms by title, each with an active version of this content, as Connect writes it. */
export interface EvaluationForms {
  readonly kind: "evaluationForms";
  readonly instanceId: string;
  readonly forms: readonly {
    readonly title: string;
    readonly description: string;
    readonly scoringStrategy: { readonly Mode: "SECTION_ONLY"; readonly Status: "ENABLED" };
    readonly items: readonly { readonly Section: EvaluationSection }[];
  }[];
}

/** A section of an evaluation form. */
export interface EvaluationSection {
  readonly RefId: string;
  readonly Title: string;
  readonly Instructions: string;
  readonly Weight: number;
  readonly Items: readonly { readonly Question: EvaluationQuestion }[];
}

/** A question of an evaluation form; one without properties is answered by a text. */
export interface EvaluationQuestion {
  readonly RefId: string;
  readonly Title: string;
  readonly Instructions: string;
  readonly NotApplicableEnabled: boolean;
  readonly QuestionType: "SINGLESELECT" | "TEXT";
  readonly QuestionTypeProperties?: {
    readonly SingleSelect: {
      readonly DisplayAs: "RADIO";
      readonly Options: readonly {
        readonly RefId: string;
        readonly Text: string;
        readonly Score: number;
        readonly AutomaticFail: boolean;
      }[];
    };
  };
}

/** Published Contact Lens rules, evaluated after a call was analyzed. A rule's name is also that of its category. */
export interface ContactLensRules {
  readonly kind: "contactLensRules";
  readonly instanceId: string;
  readonly rules: readonly ({ readonly name: string } & (
    | { readonly words: readonly string[]; readonly saidBy: "CUSTOMER" | "AGENT" | "ANY" }
    | { readonly silencePercent: number }
  ))[];
}

/**
 * One kind of association: how it is compared, brought about and taken back. What runs have set and
 * not taken back yet is remembered as `owned` (run-record.ts), a short text for each thing.
 */
export interface Association<State extends DesiredState> {
  /** @returns what bringing `desired` about sets. */
  ownedBy(desired: State): string[];
  /**
   * @returns a line for each difference between what is wanted and what is there, and for all that
   * is owned, no longer wanted and still there; nothing is changed.
   */
  observe(desired: State, owned: readonly string[]): Promise<string[]>;
  /** Brings about what is wanted, and takes back what is owned and no longer wanted. */
  reconcile(desired: State, owned: readonly string[]): Promise<void>;
  /** Takes back what is owned, and nothing else. */
  remove(instanceId: string, owned: readonly string[]): Promise<void>;
}
