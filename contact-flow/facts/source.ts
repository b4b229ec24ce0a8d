/** Who published the answers of Amazon Connect, and when and where they were given. */
export interface Run {
  readonly date: string;
  /** Undefined where the publisher doesn't say. */
  readonly region?: string;
  readonly published: string;
}

/**
 * Where a fact comes from, which says how sure it is. `probe`: Amazon Connect's own answer to a request.
 * `page`: AWS's documentation says it. `provider`: the AWS provider's acceptance tests, which run in
 * AWS. `export`: flows that live instances hold carry it. `reading`: what we take the pages to mean.
 */
export type Source =
  | { readonly by: "probe"; readonly run: Run }
  | { readonly by: "page"; readonly page: string }
  | { readonly by: "provider"; readonly test: string }
  | { readonly by: "export"; readonly flows: number }
  | { readonly by: "reading"; readonly because: string };

/** The kinds of source, the surest first. */
export const KINDS: readonly Source["by"][] = ["probe", "page", "provider", "export", "reading"];

/** A page that says it. */
export const onPage = (page: string): Source => ({ by: "page", page });

/** A page of Amazon Connect's administrator guide that says it. */
export const inAdminGuide = (name: string): Source =>
  onPage(`https://docs.aws.amazon.com/connect/latest/adminguide/${name}.html`);

/** What no page says in so many words. */
export const reading = (because: string): Source => ({ by: "reading", because });

/** An answer of Amazon Connect. */
export const answered = (run: Run): Source => ({ by: "probe", run });

/** The source in a line of text. */
export function described(source: Source): string {
  switch (source.by) {
    case "probe": {
      const { date, region = "Region not told", published } = source.run;
      return `answered by Amazon Connect, ${date}, ${region} (${published})`;
    }
    case "page":
      return source.page;
    case "provider":
      return `the AWS provider's acceptance test ${source.test}`;
    case "export":
      return `seen in ${source.flows} exported flow${source.flows === 1 ? "" : "s"}`;
    case "reading":
      return `our reading: ${source.because}`;
  }
}
