import type { Json } from "../../contact-flow/json";
import type { Service, ServiceResponse } from "../gateway/http";
import { objectUrl, serviceRequest } from "../gateway/service-request";
import { errorMessage } from "../machine/errors";
import { type ChildExecution, childrenOf, type ChildStatus } from "./child-execution";
import { type CsvItem, csvItems } from "./csv-items";
import type { DistributedMap } from "./distributed-map";
import { runTask, type TaskServices } from "./lambda-task";
import { resultFiles } from "./result-writer";
import type { RunNames } from "./run-names";
import { StateFailure } from "./state-failure";

/** Executions at a time, whatever the map allows: the Lambda runner's 32 processes are for callers, too. */
const AT_ONCE = 16;

/** What a run is made with. */
export interface MapServices extends TaskServices {
  readonly s3: Service;
}

/** How many items or executions are in each state. */
export type Counts = Readonly<Record<Lowercase<ChildStatus> | "total", number>>;

/** A run of a Distributed Map: it can be run again, for what did not succeed. */
export class MapRun {
  private children: ChildExecution[] | undefined;

  /** @param input - The map state's. */
  public constructor(
    private readonly map: DistributedMap,
    private readonly input: Json,
    public readonly names: RunNames,
    private readonly services: MapServices,
  ) {}

  /**
   * Runs every execution that has not succeeded yet, and writes the results of all, also when it fails.
   *
   * @param signal - Stops it: what runs is given up, what waits never starts.
   * @returns the state's output, JSON
   * @throws StateFailure if the list can't be read, too many items fail, or the results can't be written.
   */
  public async run(signal: AbortSignal): Promise<string> {
    this.children ??= childrenOf(await this.readList(), this.map, this.input);
    const over = new AbortController();
    const ended = AbortSignal.any([signal, over.signal]);
    const aborted = new Promise<never>((_, reject) => {
      ended.addEventListener("abort", () => {
        reject(new Aborted());
      });
    });
    // Nobody may be waiting for it.
    aborted.catch(() => undefined);
    const waiting = this.children.filter(({ status }) => status !== "SUCCEEDED");
    for (const child of waiting) {
      if (child.status !== "PENDING") child.redrives += 1;
      child.status = "PENDING";
    }
    const total = this.counts(({ items }) => items).total;
    let failed = 0;
    const tooManyFailed = () => failed * 100 > this.map.toleratedFailures * total;
    const next = waiting.values();
    const work = async (): Promise<void> => {
      for (const child of next) {
        if (ended.aborted) return;
        await this.runChild(child, ended, aborted);
        if (child.status === "FAILED") failed += child.items;
        if (tooManyFailed()) over.abort();
      }
    };
    const { maxConcurrency } = this.map;
    const workers = Math.min(AT_ONCE, waiting.length, maxConcurrency || Infinity);
    await Promise.all(Array.from({ length: workers }, work));
    const details = await this.writeResults(this.children);
    if (tooManyFailed())
      throw new StateFailure(
        "States.ExceedToleratedFailureThreshold",
        "The specified tolerated failure threshold was exceeded",
      );
    return JSON.stringify({ MapRunArn: this.names.mapRun, ResultWriterDetails: details });
  }

  /** @param weigh - What each execution counts: 1, or its items. */
  public counts(weigh: (child: ChildExecution) => number): Counts {
    const counts = { pending: 0, running: 0, succeeded: 0, failed: 0, aborted: 0, total: 0 };
    for (const child of this.children ?? []) {
      counts[child.status.toLowerCase() as Lowercase<ChildStatus>] += weigh(child);
      counts.total += weigh(child);
    }
    return counts;
  }

  private async runChild(
    child: ChildExecution,
    ended: AbortSignal,
    aborted: Promise<never>,
  ): Promise<void> {
    child.status = "RUNNING";
    child.started = new Date();
    delete child.error;
    delete child.cause;
    try {
      const task = runTask(this.map.task, child.input, this.services, ended);
      child.output = await Promise.race([task, aborted]);
      child.status = "SUCCEEDED";
    } catch (error) {
      child.status = ended.aborted ? "ABORTED" : "FAILED";
      if (!ended.aborted) {
        child.error = error instanceof StateFailure ? error.error : "States.Runtime";
        child.cause = errorMessage(error);
      }
    }
    child.stopped = new Date();
  }

  private async readList(): Promise<CsvItem[]> {
    const { bucket, key } = this.map.list(this.input);
    const answer = await this.s3("GET", bucket, key);
    if (answer.status !== 200) throw s3Failure("States.ItemReaderFailed", answer, bucket, key);
    return csvItems(Buffer.from(answer.body).toString("utf8"));
  }

  private async writeResults(children: readonly ChildExecution[]): Promise<object> {
    const { bucket, key: prefix } = this.map.results(this.input);
    const folder = `${prefix}/${this.names.id}`;
    for (const { key, body } of resultFiles(children, { bucket, folder, names: this.names })) {
      const answer = await this.s3("PUT", bucket, key, body);
      if (answer.status >= 300) throw s3Failure("States.ResultWriterFailed", answer, bucket, key);
    }
    return { Bucket: bucket, Key: `${folder}/manifest.json` };
  }

  private s3(method: string, bucket: string, key: string, body = ""): Promise<ServiceResponse> {
    const { region, s3 } = this.services;
    return s3(serviceRequest({ service: "s3", region, method, url: objectUrl(bucket, key), body }));
  }
}

/** An execution is given up. */
class Aborted extends Error {}

function s3Failure(
  error: string,
  { status, body }: ServiceResponse,
  bucket: string,
  key: string,
): StateFailure {
  const code = /<Code>(\w+)<\/Code>/.exec(String(body))?.[1] ?? "";
  return new StateFailure(error, `S3 answered ${status} ${code} for s3://${bucket}/${key}`);
}
