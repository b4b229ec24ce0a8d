/**
 * A Contact Lens rule. It puts each call that it matches into a category of its own name, by which supervisors
 * search contacts. It is evaluated after the call, when Contact Lens has analyzed it. The name has 1 to 200
 * characters; a share of silence is 1 to 100 percent.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/build-rules-for-contact-lens.html
 */
export type ContactLensRuleValue = {
  /** Letters, digits, `.`, `_` and `-`; unique in the instance. */
  readonly name: string;
} & (
  | {
      /** Words or phrases in `recordings.analyticsLanguage`: the rule matches if one of them was said exactly so. */
      readonly words: readonly string[];
      /** Whose words count. */
      readonly saidBy: "CUSTOMER" | "AGENT" | "ANY";
    }
  | {
      /** The rule matches if nobody spoke for this share of the call or more. */
      readonly silencePercent: number;
    }
);

/**
 * A form with which people evaluate a call. Another title makes a new form. A changed form gets a new
 * version; evaluations made with the old version keep its questions and scores.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/evaluations.html
 */
export interface EvaluationFormValue {
  /** 1 to 128 characters. */
  readonly title: string;
  /** At most 1024 characters. */
  readonly description: string;
  /** 1 to 100; their weights make 100 percent together. */
  readonly sections: readonly EvaluationSectionValue[];
}

/** Questions that belong together; each of those with a score counts the same within the section. */
export interface EvaluationSectionValue {
  /** Its id in exports and reports: 1 to 40 letters, digits, `.`, `_` and `-`, unique in the form. */
  readonly id: string;
  /** 1 to 128 characters. */
  readonly title: string;
  /**
   * Instructions for the evaluator; at most 1024 characters.
   * @default - none
   */
  readonly instructions?: string;
  /** Its share of the form's score, in percent; 0 for a section without scored questions. */
  readonly weight: number;
  /** 1 to 100. */
  readonly questions: readonly EvaluationQuestionValue[];
}

/** A question of an evaluation form. */
export type EvaluationQuestionValue = {
  /** As the `id` of a section. */
  readonly id: string;
  /** 1 to 350 characters. */
  readonly title: string;
  /**
   * Says when to choose which answer; at most 1024 characters.
   * @default - none
   */
  readonly instructions?: string;
} & (
  | {
      readonly type: "SINGLESELECT";
      /** At least 2. */
      readonly answers: readonly EvaluationAnswerValue[];
      /**
       * Whether it may be left out of a call's score.
       * @default false
       */
      readonly notApplicable?: boolean;
    }
  /** Free text, without a score. */
  | { readonly type: "TEXT" }
);

/** An answer that can be chosen. */
export interface EvaluationAnswerValue {
  /** 1 to 128 characters. */
  readonly text: string;
  /** 0 to 10. */
  readonly score: number;
  /**
   * Whether it makes the whole form's score 0.
   * @default false
   */
  readonly automaticFail?: boolean;
}
