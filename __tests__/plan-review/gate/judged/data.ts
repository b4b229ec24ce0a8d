import { type Examples, BUCKET, KEY, MADE, names, OPEN, type Step, SWITCH } from "./example";

const recovery = (enabled: unknown, recovery_period_in_days?: number) => [
  { enabled, recovery_period_in_days },
];
const expiring = (enabled: unknown, attribute_name?: string) => [{ enabled, attribute_name }];
const under = (name: string) => (enabled: unknown, key?: string) => [{ enabled, [name]: key }];
const delivers = (bucket_arn: string, kms_key_arn: string | undefined, more: object = {}) => [
  { bucket_arn, kms_key_arn, ...more },
];

const encryption = (of: ReturnType<typeof under>): readonly Step[] => [
  [of(true, KEY), of(false, KEY)],
  [of(false), of(true, KEY)],
  [of(true, KEY), of(true, "other")],
  [of(true, KEY), of(true)],
  [of(true, KEY), OPEN],
  [MADE, of(true, KEY)],
  [MADE, of(true, "other")],
];

const ANYBODY = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}';

const owned = (key_type: string) => [{ enabled: true, key_arn: KEY, key_type }];

/** Of the table, the keys, and the stream of contact records. */
export const DATA: Readonly<Record<string, Examples>> = {
  aws_dynamodb_table: {
    steps: {
      deletion_protection_enabled: SWITCH,
      point_in_time_recovery: [
        [recovery(true), recovery(false)],
        [recovery(false), recovery(true)],
        [recovery(true), []],
        [recovery(true), OPEN],
        [recovery(true), recovery(true, 34)],
        [recovery(true), recovery(true, 35)],
        [recovery(true, 34), recovery(true)],
        [recovery(true, 7), recovery(true, 6)],
        [recovery(false, 7), recovery(true, 6)],
        [recovery(true, 7), recovery(false, 6)],
        [MADE, recovery(true, 1)],
      ],
      ttl: [
        [expiring(false), expiring(true, "a")],
        [[], expiring(true, "a")],
        [expiring(true, "a"), expiring(true, "b")],
        [expiring(true, "a"), expiring(false, "b")],
        [expiring(false, "a"), expiring(false, "b")],
        [expiring(true, "a"), []],
        [[], OPEN],
        [MADE, expiring(true, "a")],
      ],
      server_side_encryption: encryption(under("kms_key_arn")),
      replica: [
        [[], [{ region_name: "a" }]],
        [[{ region_name: "a" }], []],
        [[], OPEN],
        [MADE, []],
        [MADE, [{ region_name: "a" }]],
        [MADE, OPEN],
      ],
      stream_enabled: SWITCH,
    },
  },
  aws_kms_key: {
    steps: {
      enable_key_rotation: SWITCH,
      rotation_period_in_days: [
        [365, 366],
        [365, 90],
        [null, 366],
        [null, 365],
        [366, null],
        [90, null],
        [90, OPEN],
        [MADE, 2560],
      ],
      is_enabled: SWITCH,
      policy: [
        ['{"Statement":[]}', ANYBODY],
        [ANYBODY, '{"Statement":[]}'],
        ['{"Statement":[]}', OPEN],
        [MADE, '{"Statement":[]}'],
        [MADE, ANYBODY],
      ],
      deletion_window_in_days: [
        [30, 29],
        [7, 8],
        [null, 29],
        [null, 30],
        [29, null],
        [7, OPEN],
        [MADE, 7],
      ],
    },
  },
  aws_kms_alias: { steps: { target_key_id: names(KEY) } },
  aws_kinesis_firehose_delivery_stream: {
    steps: {
      extended_s3_configuration: [
        [delivers(BUCKET, KEY), delivers("other", KEY)],
        [delivers(BUCKET, KEY), delivers(BUCKET, "other")],
        [delivers(BUCKET, KEY), delivers(BUCKET, undefined)],
        [delivers(BUCKET, KEY, { prefix: "a" }), delivers(BUCKET, KEY, { prefix: "b" })],
        [
          delivers(BUCKET, KEY, { buffering_size: 5 }),
          delivers(BUCKET, KEY, { buffering_size: 6, buffering_interval: 60 }),
        ],
        [delivers(BUCKET, KEY), OPEN],
        [MADE, delivers(BUCKET, KEY)],
        [MADE, delivers("other", KEY)],
        [MADE, delivers(BUCKET, "other")],
      ],
      "extended_s3_configuration.buffering_interval": [
        [300, 600],
        [300, 601],
        [300, 0],
        [300, OPEN],
        [MADE, 900],
      ],
      server_side_encryption: [
        ...encryption(under("key_arn")),
        [owned("CUSTOMER_MANAGED_CMK"), owned("AWS_OWNED_CMK")],
        [owned("AWS_OWNED_CMK"), owned("CUSTOMER_MANAGED_CMK")],
      ],
    },
  },
};
