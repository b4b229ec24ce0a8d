/** What is kept of conversations, and how long (spec sections 4 and 6). */
export interface RecordingsValue {
  /** Whose voice is recorded; an empty list records nobody. */
  readonly participants: readonly ("Agent" | "Customer")[];
  /**
   * The announcement of the recording. Callers hear it after the greeting; people who are called hear it at
   * the start, if the project's own outbound whisper flow greets them.
   * @default - nothing, which synth warns of: in several States all parties must know
   */
  readonly announcement?: string;
  /**
   * The language in which Contact Lens analyses calls after they ended, such as `en-US`. Analysis needs the
   * recording of both participants, and is billed by the minute.
   * @default - calls are not analysed
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/supported-languages.html
   */
  readonly analyticsLanguage?: string;
  /**
   * Whether Contact Lens redacts names, addresses, card and other numbers that are said, in transcript and
   * sound: `none` redacts nothing, the others keep the redacted version only, or both versions.
   * @default - nothing is redacted, which synth asks about
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/sensitive-data-redaction.html
   */
  readonly redaction?: "none" | "redacted only" | "redacted and original";
  /** After how many days, from 30 on, recordings and their analysis move to cheaper storage. */
  readonly infrequentAccessAfterDays: number;
  /**
   * After how many days they are deleted. Ask a lawyer how long the company may or must keep calls: what is
   * deleted can't be restored.
   * @default - never, which synth asks about
   */
  readonly expireAfterDays?: number | "never";
}

/** The thresholds of the alarms, where they are a matter of choice. */
export interface ReportingValue {
  /** How many contacts may wait in a queue, from 1 on; that many for five minutes trigger an alarm. */
  readonly queueSize: number;
  /** How long anybody may wait in a queue, in seconds, from 1 on. */
  readonly queueWaitSeconds: number;
  /** How many calls agents may let ring out in a quarter of an hour, from 1 on. */
  readonly missedCalls: number;
  /**
   * After how many open hours in a row without a single call, in or out, there is an alarm, since the number
   * may be dead: 1 to 24 hours. If the schedules have no stretch as long as this, there is a warning and no
   * alarm.
   * @default - there is no alarm
   */
  readonly silentHours?: number;
  /**
   * Whole US dollars, from 1 on, that the account may cost in a day before the addresses that get the alarms
   * are notified, if there are any: a robot that dials abroad costs hundreds in a night. The costs of the
   * whole account count.
   * @default - there is no budget
   */
  readonly dollarsADay?: number;
  /**
   * Whether each contact's record goes to the bucket, through Firehose, to make reports of.
   * @default false
   */
  readonly contactRecords?: boolean;
}
