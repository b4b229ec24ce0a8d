/** A question of an evaluation form, as a page asks it. */
export interface QuestionView {
  readonly id: string;
  readonly title: string;
  readonly instructions?: string;
  /** What can be chosen; none for a free text. */
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly canBeLeftOut: boolean;
}

/** An answer: an option's id, a text, or null for a question that isn't applicable. */
export type AnswerView = string | null;

/** An evaluation form with its answers so far. */
export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly instructions?: string;
    readonly questions: readonly QuestionView[];
  }[];
  readonly answers: Readonly<Record<string, AnswerView>>;
}

/** What a page needs to evaluate a contact. */
export interface EvaluationView {
  /** Who answered the call. */
  readonly agent: string;
  /** The forms that are active. */
  readonly forms: readonly FormView[];
  /** The users who may evaluate. */
  readonly evaluators: readonly { readonly id: string; readonly name: string }[];
}

/** The longest free text. */
export const LONGEST_ANSWER = 3072;
