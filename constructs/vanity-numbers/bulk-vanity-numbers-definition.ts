/** What the state machine for lists uses. */
export interface BulkVanityNumbersDefinitionProps {
  /** The function that makes the vanity numbers of a batch. */
  readonly functionArn: string;
  /** The bucket with lists and results. */
  readonly bucketName: string;
  /** Folder of the bucket with `lists/` and `results/`. */
  readonly folder: string;
  /** How many batches run at once, 1 to 1000. */
  readonly maxConcurrency: number;
}

/** Rows of a list that one invocation serves: its result must stay far below 256 KiB. */
const ROWS_PER_BATCH = 100;

/**
 * The state machine's definition in the Amazon States Language. Its input names the list: `{"list":
 * "clients.csv"}` of the folder `lists/`. A batch that failed for a transient reason is retried; a retry
 * doesn't change what is already recorded. Rows that can't be served are no failure: the results list them as
 * rejects. The first batch that fails for good ends the execution, so that it is seen to have failed and a redrive runs
 * only what is missing. An execution that tolerates failures succeeds, and one that succeeded can't be redriven.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html
 */
export function bulkVanityNumbersDefinition(props: BulkVanityNumbersDefinitionProps): object {
  const { functionArn, bucketName, folder, maxConcurrency } = props;
  return {
    Comment: "Records the vanity numbers of a CSV with the columns phone and companyName",
    StartAt: "Each batch",
    States: {
      "Each batch": {
        Type: "Map",
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
          Parameters: {
            Bucket: bucketName,
            "Key.$": `States.Format('${folder}/lists/{}', $.list)`,
          },
        },
        ItemBatcher: { MaxItemsPerBatch: ROWS_PER_BATCH },
        MaxConcurrency: maxConcurrency,
        ToleratedFailurePercentage: 0,
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Record",
          States: {
            Record: {
              Type: "Task",
              Resource: "arn:aws:states:::lambda:invoke",
              Parameters: { FunctionName: functionArn, "Payload.$": "$" },
              OutputPath: "$.Payload",
              Retry: [
                {
                  ErrorEquals: ["States.ALL"],
                  IntervalSeconds: 2,
                  BackoffRate: 2,
                  MaxAttempts: 6,
                  MaxDelaySeconds: 60,
                  JitterStrategy: "FULL",
                },
              ],
              End: true,
            },
          },
        },
        ResultWriter: {
          Resource: "arn:aws:states:::s3:putObject",
          Parameters: { Bucket: bucketName, Prefix: `${folder}/results` },
        },
        End: true,
      },
    },
  };
}
