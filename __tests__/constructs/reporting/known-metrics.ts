import { METRICS, PARTLY_KNOWN } from "../../../constructs/reporting/metrics";

/** A metric as Terraform or a dashboard asks for it. */
export interface Asked {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What is wrong with it, by the table of metrics; nothing if CloudWatch would find it. */
export function fault({ namespace, name, dimensions }: Asked): string | undefined {
  const names = METRICS as Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>
  >;
  const known = names[namespace]?.[name];
  if (known === undefined) {
    return `${namespace} has no ${name}`;
  }
  if ((PARTLY_KNOWN as readonly string[]).includes(name)) {
    return `${name} has dimensions that aren't known: ask for its total`;
  }
  const wanted = Object.keys(known).sort().join(", ");
  const got = Object.keys(dimensions).sort().join(", ");
  if (got !== wanted) {
    return `${name} is published under ${wanted}, not under ${got}`;
  }
  const wrong = Object.entries(known).find(
    ([dimension, value]) => (value ?? dimensions[dimension]) !== dimensions[dimension],
  );
  return wrong && `${name} is published with ${wrong[0]} ${String(wrong[1])}`;
}
