/** What one unit of something costs. */
export interface Price {
  /** US dollars. */
  readonly dollars: number;
  readonly unit: string;
  /** AWS's page that says so, or a text of AWS's that quotes it. */
  readonly source: string;
  /**
   * When somebody read it there, or in a text that quotes it, `YYYY-MM-DD`.
   * @default - written from experience: look before you rely on it
   */
  readonly read?: string;
}

const CONNECT = "https://aws.amazon.com/connect/pricing/";
/** AWS's own sample bill for a thousand minutes of calls: it quotes these prices, for us-east-1. */
const SAMPLE_BILL =
  "https://github.com/aws-solutions-library-samples/guidance-for-deploying-amazon-connect-with-infrastructure-as-code-on-aws#cost";
const CLOUDWATCH = "https://aws.amazon.com/cloudwatch/pricing/";

/** When the table was written; prices that were read have a date of their own. */
export const WRITTEN = "2026-11-27";

/**
 * List prices of us-west-2 (Oregon) and of numbers of the United States, on demand, without free tiers,
 * discounts and taxes.
 */
export const PRICES = {
  serviceMinute: { dollars: 0.018, unit: "minute of a call", source: CONNECT, read: "2026-11-27" },
  didMinute: {
    dollars: 0.0022,
    unit: "minute in, direct number",
    source: CONNECT,
    read: "2026-11-27",
  },
  tollFreeMinute: {
    dollars: 0.012,
    unit: "minute in, toll-free number",
    source: SAMPLE_BILL,
    read: "2026-11-27",
  },
  outboundMinute: { dollars: 0.0048, unit: "minute out, to the US", source: CONNECT },
  didDay: { dollars: 0.03, unit: "day of a direct number", source: CONNECT },
  tollFreeDay: {
    dollars: 0.06,
    unit: "day of a toll-free number",
    source: SAMPLE_BILL,
    read: "2026-11-27",
  },
  analysisMinute: {
    dollars: 0.015,
    unit: "minute analysed by Contact Lens",
    source: SAMPLE_BILL,
    read: "2026-11-27",
  },
  keyMonth: {
    dollars: 1,
    unit: "month of a key",
    source: "https://aws.amazon.com/kms/pricing/",
    read: "2026-11-27",
  },
  alarmMetricMonth: {
    dollars: 0.1,
    unit: "month of a metric in an alarm",
    source: CLOUDWATCH,
    read: "2026-11-27",
  },
  dashboardMonth: {
    dollars: 3,
    unit: "month of a dashboard",
    source: CLOUDWATCH,
    read: "2026-11-27",
  },
  logGigabyte: { dollars: 0.5, unit: "GB of logs", source: CLOUDWATCH, read: "2026-11-27" },
  storedGigabyteMonth: {
    dollars: 0.023,
    unit: "month of a GB in S3",
    source: "https://aws.amazon.com/s3/pricing/",
    read: "2026-11-27",
  },
  streamGigabyte: {
    dollars: 0.029,
    unit: "GB through Firehose",
    source: "https://aws.amazon.com/firehose/pricing/",
  },
} as const satisfies Readonly<Record<string, Price>>;

/** The name of a price. */
export type PriceName = keyof typeof PRICES;
