import { type Json, objectOf } from "../../contact-flow/json";
import { DefinitionReader } from "./definition-reader";
import { type LambdaTask, readLambdaTask } from "./lambda-task";
import type { Template } from "./payload";
import { StateFailure } from "./state-failure";

/** A state machine that is one Distributed Map: rows of a CSV in S3, in batches, to a function. */
export interface DistributedMap {
  /** The state's label, which the names of its runs and executions have. */
  readonly label: string;
  /** The CSV. */
  readonly list: ObjectPlace;
  /** How rows are batched; without it each row is an input of its own. */
  readonly batcher?: {
    readonly items: number;
    /** What each batch gets as `BatchInput`. */
    readonly input?: Template;
  };
  /** Executions at a time; 0 sets no bound. */
  readonly maxConcurrency: number;
  /** Percent of the items that may fail, 0 to 100. */
  readonly toleratedFailures: number;
  readonly task: LambdaTask;
  /** The results' folder. */
  readonly results: ObjectPlace;
}

/** Where in S3, by the state's input. @throws StateFailure where the input doesn't say it. */
export type ObjectPlace = (input: Json) => { readonly bucket: string; readonly key: string };

/**
 * Reads a definition.
 *
 * @param definition - JSON, which CreateStateMachine has checked.
 * @returns the map, or all that the sandbox doesn't play, each with its place
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function readDistributedMap(
  definition: string,
): { readonly map: DistributedMap } | { readonly faults: readonly string[] } {
  const reader = new DefinitionReader();
  const machine = reader.fields(
    JSON.parse(definition) as Json,
    "",
    ["StartAt", "States"],
    ["Comment"],
  );
  const [name, state] = reader.onlyState(machine, "");
  const map = readState(reader, state, name);
  return reader.faults.length > 0 ? { faults: reader.faults } : { map };
}

function readState(reader: DefinitionReader, json: Json | undefined, name: string): DistributedMap {
  const place = `/States/${name}`;
  // A state of another type has other fields: to name each would say the same once more.
  const { Type: type } = reader.fields(json, place, ["Type"], Object.keys(objectOf(json)));
  reader.oneOf(type, `${place}/Type`, ["Map"]);
  const needed = ["Type", "ItemReader", "ItemProcessor", "ResultWriter", "End"];
  const possible = [
    ...["Comment", "Label", "ItemBatcher", "MaxConcurrency", "ToleratedFailurePercentage"],
  ];
  const state = type === "Map" ? reader.fields(json, place, needed, possible) : {};
  reader.oneOf(state.End, `${place}/End`, [true]);
  const { ItemBatcher: batcher } = state;
  return {
    label: reader.text(state.Label, `${place}/Label`) || name.replace(/\W/g, ""),
    list: readList(reader, state.ItemReader, `${place}/ItemReader`),
    ...(batcher !== undefined && { batcher: readBatcher(reader, batcher, place) }),
    maxConcurrency: reader.number(state.MaxConcurrency, `${place}/MaxConcurrency`, {
      from: 0,
      otherwise: 0,
    }),
    toleratedFailures: reader.number(
      state.ToleratedFailurePercentage,
      `${place}/ToleratedFailurePercentage`,
      { from: 0, to: 100, otherwise: 0 },
    ),
    task: readProcessor(reader, state.ItemProcessor, `${place}/ItemProcessor`),
    results: readDestination(reader, state.ResultWriter, `${place}/ResultWriter`),
  };
}

function readList(reader: DefinitionReader, json: Json | undefined, place: string): ObjectPlace {
  const read = reader.fields(json, place, ["Resource", "ReaderConfig", "Parameters"]);
  reader.oneOf(read.Resource, `${place}/Resource`, ["arn:aws:states:::s3:getObject"]);
  const at = `${place}/ReaderConfig`;
  const config = reader.fields(read.ReaderConfig, at, ["InputType", "CSVHeaderLocation"]);
  reader.oneOf(config.InputType, `${at}/InputType`, ["CSV"]);
  reader.oneOf(config.CSVHeaderLocation, `${at}/CSVHeaderLocation`, ["FIRST_ROW"]);
  return readObject(reader, read.Parameters, `${place}/Parameters`, "Key");
}

function readBatcher(reader: DefinitionReader, json: Json, mapPlace: string) {
  const place = `${mapPlace}/ItemBatcher`;
  const batcher = reader.fields(json, place, ["MaxItemsPerBatch"], ["BatchInput"]);
  const items = reader.number(batcher.MaxItemsPerBatch, `${place}/MaxItemsPerBatch`, {
    from: 1,
    otherwise: 1,
  });
  const { BatchInput: input } = batcher;
  return {
    items,
    ...(input !== undefined && { input: reader.template(input, `${place}/BatchInput`) }),
  };
}

function readProcessor(
  reader: DefinitionReader,
  json: Json | undefined,
  place: string,
): LambdaTask {
  const processor = reader.fields(
    json,
    place,
    ["ProcessorConfig", "StartAt", "States"],
    ["Comment"],
  );
  const at = `${place}/ProcessorConfig`;
  const config = reader.fields(processor.ProcessorConfig, at, ["Mode", "ExecutionType"]);
  reader.oneOf(config.Mode, `${at}/Mode`, ["DISTRIBUTED"]);
  reader.oneOf(config.ExecutionType, `${at}/ExecutionType`, ["STANDARD"]);
  const [name, state] = reader.onlyState(processor, place);
  return readLambdaTask(reader, state, `${place}/States/${name}`);
}

function readDestination(
  reader: DefinitionReader,
  json: Json | undefined,
  place: string,
): ObjectPlace {
  const writer = reader.fields(json, place, ["Resource", "Parameters"]);
  reader.oneOf(writer.Resource, `${place}/Resource`, ["arn:aws:states:::s3:putObject"]);
  return readObject(reader, writer.Parameters, `${place}/Parameters`, "Prefix");
}

/** The parameters that name an object, each a text or an expression. */
function readObject(
  reader: DefinitionReader,
  json: Json | undefined,
  place: string,
  key: "Key" | "Prefix",
): ObjectPlace {
  const names = ["Bucket", key].map((name) => (`${name}.$` in objectOf(json) ? `${name}.$` : name));
  const parameters = reader.template(reader.fields(json, place, names), place);
  return (input) => {
    const found = objectOf(parameters(input));
    const text = (name: string): string => {
      const value = found[name];
      if (typeof value === "string") return value;
      const cause = `${place}/${name} must be a text, got ${JSON.stringify(value)}`;
      throw new StateFailure("States.Runtime", cause);
    };
    return { bucket: text("Bucket"), key: text(key) };
  };
}
