import { into, set } from "../change";
import type { Attempt } from "./attempt";

const S3 = "terraform.backend.s3";
const PROVIDER = "provider.aws.0";
const FORM = ", as cdktf writes it, got";

/** Settings that would lead credentials, requests or state elsewhere, or run a program. */
export const SETTINGS: readonly Attempt[] = [
  ...["cloud", "provider_meta", "experiments", "language", "//"].map((setting): Attempt => [
    `terraform's ${setting}`,
    set(`terraform.${setting}`, {}),
    `terraform.${setting === "//" ? '"//"' : setting} isn't among what cdktf writes there: backend, required_providers, required_version`,
  ]),
  [
    "another Terraform",
    set("terraform.required_version", ">= 0.1"),
    'terraform.required_version must be ">= 1.11.0", got ">= 0.1"',
  ],
  [
    "another provider",
    set("terraform.required_providers.external", { source: "hashicorp/external" }),
    "terraform.required_providers.external isn't among what cdktf writes there: aws",
  ],
  [
    "the provider from elsewhere",
    set("terraform.required_providers.aws.source", "evil/aws"),
    'terraform.required_providers.aws.source must be "aws", got "evil/aws"',
  ],
  [
    "another version of it",
    set("terraform.required_providers.aws.version", ">= 5.0"),
    'terraform.required_providers.aws.version must be "5.100.0", got ">= 5.0"',
  ],
  [
    "aliases of it",
    set("terraform.required_providers.aws.configuration_aliases", ["aws.b"]),
    "terraform.required_providers.aws.configuration_aliases isn't among",
  ],
  [
    "the provider's version as a text",
    set("terraform.required_providers.aws", "5.100.0"),
    `terraform.required_providers.aws must be an object${FORM}`,
  ],
  [
    "a provider that nobody requires",
    set("provider.http", [{}]),
    "provider.http isn't among what cdktf writes there: aws",
  ],
  [
    "a second provider",
    into("provider.aws", ([it]: unknown[]) => [it, it]),
    "provider.aws must have one entry, got 2",
  ],
  [
    "a provider that is not configured",
    set("provider.aws", []),
    "provider.aws must have one entry, got 0",
  ],
  [
    "a state in no account by name",
    set(`${S3}.allowed_account_ids`, []),
    `${S3}.allowed_account_ids must have one entry, got 0`,
  ],
  [
    "a provider in another account",
    set(`${PROVIDER}.allowed_account_ids`, ["999999999999"]),
    'provider.aws[0].allowed_account_ids must be ["222222222222"], got ["999999999999"]',
  ],
  [
    "a provider in any account",
    set(`${PROVIDER}.allowed_account_ids`, undefined),
    "provider.aws[0].allowed_account_ids is missing",
  ],
  [
    "a provider in a Region that is a host",
    set(`${PROVIDER}.region`, "evil.example/"),
    'provider.aws[0].region must be an AWS Region, such as us-west-2, got "evil.example/"',
  ],
  [
    "a provider in a computed Region",
    set(`${PROVIDER}.region`, "${var.initial_passwords}"),
    "provider.aws[0].region must be an AWS Region",
  ],
  [
    "a tag that is computed",
    set(`${PROVIDER}.default_tags.0.tags.Project`, '${file("/etc/passwd")}'),
    'provider.aws[0].default_tags[0].tags.Project must be plain, without "${file(',
  ],
  [
    "a tag of another name",
    set(`${PROVIDER}.default_tags.0.tags.Owner`, "evil"),
    "provider.aws[0].default_tags[0].tags.Owner isn't among",
  ],
  ...[
    ...["access_key", "alias", "assume_role", "assume_role_with_web_identity", "custom_ca_bundle"],
    ...["ec2_metadata_service_endpoint", "endpoints", "forbidden_account_ids", "http_proxy"],
    ...[
      "https_proxy",
      "ignore_tags",
      "insecure",
      "max_retries",
      "no_proxy",
      "profile",
      "retry_mode",
    ],
    ...["s3_use_path_style", "secret_key", "shared_config_files", "shared_credentials_files"],
    ...["skip_credentials_validation", "sts_region", "token", "use_fips_endpoint", "version"],
  ].map((argument): Attempt => [
    `a provider with ${argument}`,
    set(`${PROVIDER}.${argument}`, "x"),
    `provider.aws[0].${argument} isn't among what cdktf writes there: allowed_account_ids, default_tags, region`,
  ]),
  ...["azurerm", "http", "local", "pg", "remote", "S3"].map((backend): Attempt => [
    `a backend ${backend}`,
    set(`terraform.backend.${backend}`, {}),
    `terraform.backend.${backend} isn't among what cdktf writes there: s3`,
  ]),
  ...[
    ...["access_key", "assume_role", "dynamodb_table", "endpoint", "endpoints", "http_proxy"],
    ...["iam_endpoint", "insecure", "profile", "role_arn", "shared_config_files", "token"],
    ...[
      "shared_credentials_file",
      "shared_credentials_files",
      "sts_endpoint",
      "workspace_key_prefix",
    ],
  ].map((setting): Attempt => [
    `a backend with ${setting}`,
    set(`${S3}.${setting}`, "x"),
    `${S3}.${setting} isn't among what cdktf writes there: allowed_account_ids, bucket,`,
  ]),
  [
    "a state in another account",
    set(`${S3}.allowed_account_ids`, ["999999999999"]),
    `${S3}.kms_key_id must be "arn:aws:kms:us-west-2:999999999999:alias/kwglobal-terraform-state"`,
    "provider.aws[0].allowed_account_ids must be",
  ],
  [
    "a state in one of two accounts",
    set(`${S3}.allowed_account_ids`, ["222222222222", "999999999999"]),
    `${S3}.allowed_account_ids must have one entry, got 2`,
  ],
  [
    "a state in any account",
    set(`${S3}.allowed_account_ids`, undefined),
    `${S3}.allowed_account_ids is missing`,
  ],
  [
    "a state in another bucket",
    set(`${S3}.bucket`, "evil"),
    `${S3}.kms_key_id must be "arn:aws:kms:us-west-2:222222222222:alias/evil"`,
  ],
  [
    "a state in a bucket that is a path",
    set(`${S3}.bucket`, "a/../b"),
    `${S3}.bucket must be the name of a bucket`,
    `${S3}.kms_key_id must be`,
  ],
  [
    "a state encrypted with another key",
    set(`${S3}.kms_key_id`, "arn:aws:kms:us-west-2:999999999999:alias/evil"),
    `${S3}.kms_key_id must be "arn:aws:kms:us-west-2:222222222222:alias/kwglobal-terraform-state"`,
  ],
  [
    "a state that isn't encrypted",
    set(`${S3}.encrypt`, false),
    `${S3}.encrypt must be true, got false`,
  ],
  [
    "a state that isn't locked",
    set(`${S3}.use_lockfile`, undefined),
    `${S3}.use_lockfile is missing`,
  ],
  [
    "a state at another place",
    set(`${S3}.key`, "evil.tfstate"),
    `${S3}.key must be contact-center/<environment>.tfstate, got "evil.tfstate"`,
  ],
  [
    "a state in a folder above",
    set(`${S3}.key`, "contact-center/../x.tfstate"),
    `${S3}.key must be contact-center/<environment>.tfstate`,
  ],
  ...(
    [
      ["aws_connect_contact_flow.default_outbound", '"Default agent hold"'],
      ["aws_connect_prompt.music_pop_this_and_that_is_life_inst_wav", '"Beep.wav"'],
      ["aws_connect_routing_profile.basic_routing_profile", '"Basic Routing Profile"'],
      ["aws_connect_security_profile.admin", '"Admin"'],
    ] as const
  ).map(([address, first]): Attempt => [
    `${address} by a name that somebody has given by hand`,
    set(`data.${address}.name`, "Evil"),
    `data.${address}.name must be one of ${first}`,
  ]),
];
