/** The vanity-number service (spec section 5): its names in AWS. */
export interface VanityNumbersValue {
  /** The Lambda function that flows call; the environment's suffix follows. */
  readonly functionName: string;
  /** The function's IAM role; the environment's suffix follows. */
  readonly roleName: string;
  /** The DynamoDB table; the environment's suffix follows. */
  readonly tableName: string;
  /**
   * A file of this project with the operator's own words, such as `vanity-words.txt`: a line `never TURKEY`
   * for each word that no number shows, `allowed NEGRONI` for each that may be shown though the lists refuse
   * it (docs/vanity-numbers.md). All of them together: 0 to 3500 characters.
   * @default - none
   */
  readonly words?: string;
  /**
   * A state machine for lists in S3 that are too long for `npm run vanity -- --file`.
   * @default - none
   */
  readonly bulk?: BulkVanityNumbersValue;
}

/** How long lists are made. */
export interface BulkVanityNumbersValue {
  /** A folder of the center's bucket: lists are read from its `lists/`, results go to its `results/`. */
  readonly folder: string;
  /**
   * How many batches of 100 rows run at once, 1 to 1000. Each runs a function, so mind the account's
   * concurrency limit.
   */
  readonly maxConcurrency: number;
}
