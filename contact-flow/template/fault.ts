/** A value of a flow that stands somewhere in what its template renders. */
export interface OriginValue {
  /** `values.menu[0].queue` */
  readonly place: string;
  readonly text: string;
}

/** Where something in a rendered flow comes from. */
export interface Origin {
  /** The place in the template: `Actions[6].Parameters.QueueId`. */
  readonly template: string;
  /** The flow's value that stands there. */
  readonly value?: OriginValue;
}

/** One thing that is wrong with a template, or with a value that fills it. */
export interface TemplateFault extends Origin {
  /** What is wrong and what would be right, lower case, no full stop. */
  readonly problem: string;
}

/** All that is wrong with one template and its values; its message has a line for each fault. */
export class TemplateError extends Error {
  public constructor(
    public readonly file: string,
    public readonly faults: readonly TemplateFault[],
  ) {
    super(
      [`${file} can't be rendered:`, ...faults.map((fault) => `  - ${textOf(fault)}`)].join("\n"),
    );
    this.name = "TemplateError";
  }
}

function textOf({ value, template, problem }: TemplateFault): string {
  const place = value?.place ?? template;
  return place === "" ? problem : `${place}: ${problem}`;
}
