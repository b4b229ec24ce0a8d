import { all, type Change, into, listed, set } from "./change";

/** What somebody who controls the synth could try, and how each fault that it makes begins. */
export type Attempt = readonly [what: string, change: Change, ...faults: string[]];

const QUEUE = "resource.aws_connect_queue.customer_service";
const TOPIC = "resource.aws_sns_topic.notifications";
const FUNCTION = "resource.aws_lambda_function.vanity_numbers_function";
const USER = "resource.aws_connect_user.mary_jane";
const POLICY = "resource.aws_s3_bucket_policy.bucket_policy";
const OBSERVER = "resource.aws_lambda_function.connect_associations_observer";
const OBSERVED = "data.aws_lambda_invocation.agent_statuses_observed";
const S3 = "terraform.backend.s3";
const PROVIDER = "provider.aws.0";
const VARIABLE = "variable.initial_passwords";

const RUN = { "local-exec": { command: "env" } };
const FORM = ", as cdktf writes it, got";

/** Terraform takes an object and a list of it for the same, and so it does lists of lists. */
const SHAPES: readonly Attempt[] = [
  [
    "a configuration in parts",
    into("terraform", (it) => [it, {}]),
    `terraform must be an object${FORM}`,
  ],
  ["backends in a list", listed("terraform.backend"), `terraform.backend must be an object${FORM}`],
  ["a backend in a list", listed(S3), `${S3} must be an object${FORM}`],
  [
    "required providers in a list",
    listed("terraform.required_providers"),
    `terraform.required_providers must be an object${FORM}`,
  ],
  ["providers in a list", listed("provider"), `provider must be an object${FORM}`],
  ["a provider in a list of lists", listed(PROVIDER), `provider.aws[0] must be an object${FORM}`],
  [
    "a provider without its list",
    into("provider.aws", ([it]: unknown[]) => it),
    `provider.aws must be a list${FORM}`,
  ],
  ["data sources in a list", listed("data"), `data must be an object${FORM}`],
  [
    "data sources of a type in a list",
    listed("data.aws_connect_prompt"),
    `data.aws_connect_prompt must be an object${FORM}`,
  ],
  ["a data source in a list", listed(OBSERVED), `${OBSERVED} must be an object${FORM}`],
  ["resources in a list", listed("resource"), `resource must be an object${FORM}`],
  [
    "resources of a type in a list",
    listed("resource.aws_sns_topic"),
    `resource.aws_sns_topic must be an object${FORM}`,
  ],
  ["a resource in a list", listed(TOPIC), `${TOPIC} must be an object${FORM}`],
  [
    "a resource in a list of lists",
    all(listed(TOPIC), listed(TOPIC)),
    `${TOPIC} must be an object${FORM}`,
  ],
  [
    "a provisioner in a list",
    into(TOPIC, (it: object) => [{ ...it, provisioner: RUN }]),
    `${TOPIC} must be an object${FORM}`,
  ],
  [
    "a life cycle in a list",
    listed(`${QUEUE}.lifecycle`),
    `${QUEUE}.lifecycle must be an object${FORM}`,
  ],
  [
    "a block without its list",
    into(`${QUEUE}.outbound_caller_config`, (it) => [it]),
    `${QUEUE}.outbound_caller_config must be an object${FORM}`,
  ],
  [
    "one move without its list",
    set("moved", { from: "aws_sns_topic.a", to: "aws_sns_topic.notifications" }),
    `moved must be a list${FORM}`,
  ],
  [
    "one import without its list",
    set("import", { to: "aws_sns_topic.notifications", id: "x" }),
    `import must be a list${FORM}`,
  ],
  ["variables in a list", listed("variable"), `variable must be an object${FORM}`],
  ["a variable in a list", listed(VARIABLE), `${VARIABLE} must be an object${FORM}`],
  ["locals in a list", listed("locals"), `locals must be an object${FORM}`],
  ["outputs in a list", listed("output"), `output must be an object${FORM}`],
  [
    "an output in a list",
    listed("output.instance_id"),
    `output.instance_id must be an object${FORM}`,
  ],
  [
    "nothing for a section",
    set("resource", null),
    `resource must be an object, as cdktf writes it, got null`,
  ],
  [
    "nothing for a resource",
    set(TOPIC, null),
    `${TOPIC} must be an object, as cdktf writes it, got null`,
  ],
  ["nothing for an argument", set(`${TOPIC}.name`, null), `${TOPIC}.name must be a text, got null`],
  [
    "a text for a number",
    set(`${FUNCTION}.timeout`, "600"),
    `${FUNCTION}.timeout must be a number, got "600"`,
  ],
  [
    "a text for true",
    set(`${QUEUE}.lifecycle.create_before_destroy`, "true"),
    `${QUEUE}.lifecycle.create_before_destroy must be true, got "true"`,
  ],
  [
    "an expression for a number",
    set(`${FUNCTION}.timeout`, "${1}"),
    `${FUNCTION}.timeout must be a number, got "\${1}"`,
  ],
  ["an object for a text", set(`${TOPIC}.name`, {}), `${TOPIC}.name must be a text, got {}`],
];

const SECTIONS: readonly Attempt[] = [
  ...[
    ...["action", "check", "component", "ephemeral", "list", "module", "removed", "Resource"],
    ...["__proto__", "constructor"],
  ].map((section): Attempt => [
    `a section ${section}`,
    define(section, {}),
    `${section} isn't among what cdktf writes there: output,`,
  ]),
  [
    "a section with a line end in its name",
    set("module\n::error::", {}),
    '"module\\n::error::" isn\'t among',
  ],
  [
    "a stack without a backend",
    set("terraform.backend", undefined),
    "terraform.backend is missing",
  ],
  ["a stack without a provider", set("provider", undefined), "provider is missing"],
  ["a stack without resources", set("resource", undefined), "resource is missing"],
];

/** Settings that would lead credentials, requests or state elsewhere, or run a program. */
const SETTINGS: readonly Attempt[] = [
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
    "provider.aws must hold one provider",
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
    `${S3}.allowed_account_ids must name one account`,
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
];

/** What no construct makes, and arguments that none writes. */
const BLOCKS: readonly Attempt[] = [
  ...[
    "aws_iam_access_key",
    "aws_iam_policy",
    "aws_iam_openid_connect_provider",
    "local_file",
    "null_resource",
    "terraform_data",
    "aws_sns_topic ",
    "constructor",
  ].map((type): Attempt => [
    `a resource of type ${type}`,
    set(`resource.${type}`, { it: {} }),
    `resource.${type.endsWith(" ") ? '"aws_sns_topic "' : type} isn't among the`,
  ]),
  ...[
    "aws_s3_object",
    "aws_secretsmanager_secret_version",
    "external",
    "http",
    "local_file",
    "terraform_remote_state",
    "aws_iam_policy_document",
  ].map((type): Attempt => [
    `a data source of type ${type}`,
    set(`data.${type}`, { it: {} }),
    `data.${type} isn't among what cdktf writes there: aws_caller_identity,`,
  ]),
  ...[
    "provisioner",
    "connection",
    "dynamic",
    "count",
    "for_each",
    "provider",
    "timeouts",
    "tags",
    "override",
    "//x",
  ].map((argument): Attempt => [
    `a resource with ${argument}`,
    set(`${TOPIC}.${argument}`, RUN),
    `${TOPIC}.${argument === "//x" ? '"//x"' : argument} isn't among what cdktf writes there: kms_master_key_id, name`,
  ]),
  ...["depends_on", "for_each", "lifecycle", "provider", "filter", "query"].map(
    (argument): Attempt => [
      `a data source with ${argument}`,
      set(`${OBSERVED}.${argument}`, ["aws_sns_topic.notifications"]),
      `${OBSERVED}.${argument} isn't among what cdktf writes there: function_name, input`,
    ],
  ),
  [
    "a provisioner in a block",
    set(`${QUEUE}.outbound_caller_config.provisioner`, RUN),
    `${QUEUE}.outbound_caller_config.provisioner isn't among`,
  ],
  [
    "a provisioner in a life cycle",
    set(`${QUEUE}.lifecycle.provisioner`, RUN),
    `${QUEUE}.lifecycle.provisioner isn't among`,
  ],
  [
    "a dynamic block in a block of a list",
    set("resource.aws_s3_bucket_lifecycle_configuration.bucket_lifecycle.rule.0.dynamic", {}),
    "resource.aws_s3_bucket_lifecycle_configuration.bucket_lifecycle.rule[0].dynamic isn't among",
  ],
  ...["precondition", "postcondition", "replace_triggered_by", "action_trigger"].map(
    (argument): Attempt => [
      `a life cycle with ${argument}`,
      set(`${QUEUE}.lifecycle.${argument}`, []),
      `${QUEUE}.lifecycle.${argument} isn't among what cdktf writes there: create_before_destroy, ignore_changes`,
    ],
  ),
  [
    "a guard that is lifted",
    set("resource.aws_kms_key.encryption_key.lifecycle.prevent_destroy", false),
    "resource.aws_kms_key.encryption_key.lifecycle.prevent_destroy must be true, got false",
  ],
  [
    "changes that are ignored",
    set("resource.aws_kms_key.encryption_key.lifecycle.ignore_changes", ["policy"]),
    "resource.aws_kms_key.encryption_key.lifecycle.ignore_changes isn't among what cdktf writes there: prevent_destroy",
  ],
  [
    "all changes ignored",
    set(`${QUEUE}.lifecycle.ignore_changes`, "all"),
    `${QUEUE}.lifecycle.ignore_changes must be ["quick_connect_ids"], got "all"`,
  ],
  [
    "more changes ignored",
    set(`${USER}.lifecycle.ignore_changes`, ["password", "security_profile_ids"]),
    `${USER}.lifecycle.ignore_changes must be ["password"], got`,
  ],
  ...[
    "module.m",
    "data.aws_connect_prompt.x",
    "aws_sns_topic.notifications[0]",
    "aws_sns_topic.*",
    "${aws_sns_topic.notifications}",
    "aws_sns_topic",
  ].map((address): Attempt => [
    `waiting for ${address}`,
    set(`${FUNCTION}.depends_on`, [address]),
    `${FUNCTION}.depends_on[0] must be the address of a resource, such as aws_connect_queue.sales, got ${JSON.stringify(address)}`,
  ]),
  [
    "a resource with a name that is an expression",
    set('resource.aws_sns_topic.${file("x")}', {}),
    'resource.aws_sns_topic."${file(\\"x\\")}" must be named by small letters, digits and _',
  ],
  [
    "a resource named as a comment",
    set("resource.aws_sns_topic.//", {}),
    'resource.aws_sns_topic."//" must be named by',
  ],
  [
    "a role that nothing bounds",
    set("resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary", undefined),
    "resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary is missing",
  ],
  [
    "a role in other bounds",
    set(
      "resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary",
      "arn:aws:iam::aws:policy/AdministratorAccess",
    ),
    "resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary must be the boundary that the bootstrap makes",
  ],
  [
    "a role with another policy of AWS",
    set(
      "resource.aws_iam_role_policy_attachment.vanity_numbers_function_basic_execution.policy_arn",
      "arn:aws:iam::aws:policy/AdministratorAccess",
    ),
    'resource.aws_iam_role_policy_attachment.vanity_numbers_function_basic_execution.policy_arn must be "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"',
  ],
  [
    "alarms to a server",
    set("resource.aws_sns_topic_subscription.it", {
      endpoint: "https://evil.example",
      protocol: "https",
      topic_arn: "${aws_sns_topic.notifications.arn}",
    }),
    'resource.aws_sns_topic_subscription.it.protocol must be "email", got "https"',
  ],
  [
    "a bucket for everybody",
    set("resource.aws_s3_bucket_public_access_block.bucket_privacy.block_public_policy", false),
    "resource.aws_s3_bucket_public_access_block.bucket_privacy.block_public_policy must be true, got false",
  ],
  [
    "a variable of a function's that runs code in it",
    set(`${FUNCTION}.environment.variables.NODE_OPTIONS`, "--require /tmp/x"),
    `${FUNCTION}.environment.variables.NODE_OPTIONS isn't among`,
  ],
];

/** Files of the runner's, and code from elsewhere. */
const FILES: readonly Attempt[] = [
  [
    "a flow out of a file",
    set("resource.aws_connect_contact_flow.kwglobal_main_menu.filename", "/proc/self/environ"),
    "resource.aws_connect_contact_flow.kwglobal_main_menu.filename isn't among",
  ],
  [
    "a function out of a bucket",
    set(`${FUNCTION}.s3_bucket`, "evil"),
    `${FUNCTION}.s3_bucket isn't among`,
  ],
  [
    "a function out of an image",
    set(`${FUNCTION}.image_uri`, "evil"),
    `${FUNCTION}.image_uri isn't among`,
  ],
  ["a function with a layer", set(`${FUNCTION}.layers`, ["arn"]), `${FUNCTION}.layers isn't among`],
  [
    "a function without a hash",
    set(`${FUNCTION}.source_code_hash`, undefined),
    `${FUNCTION}.source_code_hash is missing`,
  ],
  [
    "a hash that Terraform computes",
    set(`${FUNCTION}.source_code_hash`, '${filebase64sha256("x")}'),
    `${FUNCTION}.source_code_hash must be plain, without "\${filebase64sha256(`,
  ],
  ...[
    ...["/proc/self/environ", "assets/../../secrets.zip", "assets/${var.x}", "./assets/a/b.zip"],
    ...[
      "assets/a//0123456789ABCDEF0123456789ABCDEF/b.zip",
      "~/.aws/credentials",
      "assets/a/b.zip\n",
    ],
  ].map((file): Attempt => [
    `a function out of ${JSON.stringify(file)}`,
    set(`${FUNCTION}.filename`, file),
    `${FUNCTION}.filename must be a zip in assets/, where cdktf copies it to, got ${JSON.stringify(file)}`,
  ]),
];

/** Whatever is more than a reference, in each way to write it. */
const EXPRESSIONS: readonly Attempt[] = [
  ...[
    ...['${file("/proc/self/environ")}', "${path.module}", "${terraform.workspace}", "${self.arn}"],
    ...["${var.initial_passwords}", "${local.holidays_desired}", "${each.key}", "${module.m.x[0]}"],
    ...["${aws_sns_topic.notifications}", "${aws_sns_topic.notifications[0].arn}", "${1}"],
    ...["${ aws_sns_topic.notifications.arn }", "${aws_sns_topic.notifications.arn /* */}"],
    ...["${~ aws_sns_topic.notifications.arn ~}", "${aws_sns_topic.notifications.*.arn}"],
    ...[
      '${"${aws_sns_topic.notifications.arn}"}',
      "${<<E\n${file(1)}\nE\n}",
      "%{ if true }yes%{ endif }",
    ],
    ...["$$${file(1)}", "%%%{ if true }", "${never ends", "${}", "%{~ for x in [] }"],
    ...["${try(nonsensitive(var.initial_passwords))}", "${provider::evil::run(1)}"],
    ...["${aws_sns_topic.notifications.arn.x}", '${aws_sns_topic["notifications"].arn}'],
  ].map((expression): Attempt => [
    `${JSON.stringify(expression)} in a text`,
    set(`${POLICY}.policy`, `before ${expression}`),
    `${POLICY}.policy holds "${first(expression)}`,
  ]),
  [
    "an expression in a plain text",
    set(`${TOPIC}.name`, "${aws_connect_queue.customer_service.arn}"),
    `${TOPIC}.name must be plain, without "\${aws_connect_queue.customer_service.arn}"`,
  ],
  [
    "an expression in an output",
    set("output.instance_id.value", '${file("/etc/passwd")}'),
    'output.instance_id.value holds "${file(',
  ],
  [
    "an expression in a local",
    set("locals.holidays_desired.instanceId", '${file("/etc/passwd")}'),
    'locals.holidays_desired.instanceId holds "${file(',
  ],
  [
    "an expression in a key of a local",
    set('locals.holidays_desired.${file("x")}', 1),
    'locals.holidays_desired."${file(\\"x\\")}" isn\'t among',
  ],
  [
    "text that is read in another order",
    set(`${TOPIC}.name`, "a\u202eb"),
    `${TOPIC}.name holds the sign U+202E, which nobody can read`,
  ],
  [
    "text with a sign of the terminal's",
    set(`${TOPIC}.name`, "a\u001b[2Kb"),
    `${TOPIC}.name holds the sign U+001B, which nobody can read`,
  ],
];

/** Plans hide what is computed from something sensitive, or only known in the apply. */
const HIDING: readonly Attempt[] = [
  [
    "a second variable",
    set("variable.policy", { sensitive: true, default: "{}" }),
    "variable.policy isn't among what cdktf writes there: initial_passwords",
  ],
  [
    "passwords in the open",
    set(`${VARIABLE}.sensitive`, undefined),
    `${VARIABLE}.sensitive is missing`,
  ],
  [
    "passwords that aren't sensitive",
    set(`${VARIABLE}.sensitive`, false),
    `${VARIABLE}.sensitive must be true, got false`,
  ],
  [
    "a password for everybody",
    set(`${VARIABLE}.default`, { "mary.jane": "Secret-1" }),
    `${VARIABLE}.default."mary.jane" isn't among what cdktf writes there: nothing`,
  ],
  [
    "passwords of any type",
    set(`${VARIABLE}.type`, "any"),
    `${VARIABLE}.type must be "map(string)", got "any"`,
  ],
  [
    "passwords that Terraform forgets",
    set(`${VARIABLE}.ephemeral`, true),
    `${VARIABLE}.ephemeral isn't among`,
  ],
  [
    "passwords without a condition",
    set(`${VARIABLE}.validation`, undefined),
    `${VARIABLE}.validation is missing`,
  ],
  [
    "another condition",
    set(`${VARIABLE}.validation.0.condition`, '${fileexists("/etc/passwd")}'),
    `${VARIABLE}.validation[0].condition must be one of those in constructs/initial-passwords.ts, got`,
  ],
  [
    "a condition with more in it",
    into(`${VARIABLE}.validation.1.condition`, (it: string) =>
      it.replace("])}", "]) && fileexists(1)}"),
    ),
    `${VARIABLE}.validation[1].condition must be one of`,
  ],
  [
    "a message that tells",
    set(`${VARIABLE}.validation.0.error_message`, "${jsonencode(var.initial_passwords)}"),
    `${VARIABLE}.validation[0].error_message must be plain`,
  ],
  [
    "another's password",
    set(`${USER}.password`, '${lookup(var.initial_passwords, "peter.parker", null)}'),
    `${USER}.password must be "\${lookup(var.initial_passwords, \\"mary.jane\\", null)}"`,
  ],
  [
    "a password in clear",
    set(`${USER}.password`, "Secret-1"),
    `${USER}.password must be the first password of a user, such as \${lookup(var.initial_passwords, "mary.jane", null)}, got "Secret-1"`,
  ],
  [
    "a policy out of a password",
    set(`${POLICY}.policy`, '${lookup(var.initial_passwords, "mary.jane", null)}'),
    `${POLICY}.policy holds "\${lookup(`,
  ],
  [
    "a policy out of a parameter, which is sensitive",
    set(`${POLICY}.policy`, "${aws_ssm_parameter.agent_statuses_last_run.value}"),
    `${POLICY}.policy holds \${aws_ssm_parameter.agent_statuses_last_run.value}: of aws_ssm_parameter, nothing may be referred to`,
  ],
  [
    "a policy out of a user's password",
    set(`${POLICY}.policy`, "${aws_connect_user.mary_jane.password}"),
    `${POLICY}.policy holds \${aws_connect_user.mary_jane.password}: of aws_connect_user, only user_id may be referred to`,
  ],
  [
    "a policy out of what a function answers",
    set(`${POLICY}.policy`, "${data.aws_lambda_invocation.agent_statuses_observed.result}"),
    `${POLICY}.policy holds \${data.aws_lambda_invocation.agent_statuses_observed.result}: of data.aws_lambda_invocation, nothing`,
  ],
  [
    "a policy out of a type that isn't there",
    set(`${POLICY}.policy`, "${constructor.x.name}"),
    `${POLICY}.policy holds \${constructor.x.name}: of constructor, nothing`,
  ],
  [
    "a parameter with a value that no plan shows",
    set("resource.aws_ssm_parameter.agent_statuses_last_run.value", "{}"),
    'resource.aws_ssm_parameter.agent_statuses_last_run.value must be "none", got "{}"',
  ],
  [
    "an output that no plan shows",
    set("output.instance_id.sensitive", true),
    "output.instance_id.sensitive isn't among what cdktf writes there: description, value",
  ],
  [
    "another local",
    set("locals.policy", "{}"),
    "locals.policy isn't among what cdktf writes there: agent_statuses_desired,",
  ],
];

/** What a plan does already, or what would be taken for something else. */
const INVOCATIONS: readonly Attempt[] = [
  [
    "a plan that invokes another function",
    set(`${OBSERVED}.function_name`, "deleteAll"),
    `${OBSERVED}.function_name must be "\${aws_lambda_function.connect_associations_observer.arn}", got "deleteAll"`,
  ],
  [
    "a plan that tells a function more",
    set(`${OBSERVED}.input`, '${jsonencode({"desired" = var.initial_passwords})}'),
    `${OBSERVED}.input must be what is desired`,
  ],
  [
    "an apply that invokes another function",
    set("resource.aws_lambda_invocation.holidays.function_name", "deleteAll"),
    'resource.aws_lambda_invocation.holidays.function_name must be "${aws_lambda_function.connect_associations_reconciler.function_name}"',
  ],
  [
    "an apply that tells a function more",
    set("resource.aws_lambda_invocation.holidays.input", "{}"),
    "resource.aws_lambda_invocation.holidays.input must be what is desired, with the observer's answer to the same",
  ],
  [
    "an apply that acts on another answer",
    into("resource.aws_lambda_invocation.holidays.input", (it: string) =>
      it.replace("holidays_observed", "agent_statuses_observed"),
    ),
    "resource.aws_lambda_invocation.holidays.input must be",
  ],
  [
    "another function under the observer's name",
    set(`${OBSERVER}.function_name`, "deleteAll"),
    `${OBSERVER}.function_name must be observeConnectAssociations with the environment's suffix`,
  ],
  [
    "another handler of the observer",
    set(`${OBSERVER}.handler`, "index.reconcile"),
    `${OBSERVER}.handler must be "index.observe", got "index.reconcile"`,
  ],
  [
    "another function in the observer's place",
    set("moved", [
      { from: "aws_lambda_function.x", to: "aws_lambda_function.connect_associations_observer" },
    ]),
    "moved[0] must not move aws_lambda_function.connect_associations_observer",
  ],
  [
    "the observer in another's place",
    set("moved", [
      {
        from: "aws_lambda_function.connect_associations_observer",
        to: "aws_lambda_function.vanity_numbers_function",
      },
    ]),
    "moved[0] must not move aws_lambda_function.connect_associations_observer",
  ],
  [
    "another function taken over as the observer",
    set("import", [{ to: "aws_lambda_function.connect_associations_observer", id: "deleteAll" }]),
    'import[0].id must be "observeConnectAssociations", got "deleteAll"',
  ],
];

const ADDRESSES: readonly Attempt[] = [
  ...[
    ...[
      "aws_sns_topic.notifications ",
      " aws_sns_topic.notifications",
      "aws_sns_topic . notifications",
    ],
    ...[
      "aws_sns_topic.notifications[0]",
      'aws_sns_topic.notifications["x"]',
      "module.m.aws_sns_topic.x",
    ],
    ...[
      "aws_sns_topic.notifications # x",
      "aws_sns_topic./**/notifications",
      "aws_sns_topic.\nnotifications",
    ],
    ...[
      "${aws_sns_topic.notifications}",
      "data.aws_connect_prompt.x",
      "aws_sns_topic.notifications\n",
    ],
    ...["resource.aws_sns_topic.notifications", "aws_sns_topic", ""],
  ].flatMap((address): Attempt[] => [
    [
      `an import to ${JSON.stringify(address)}`,
      set("import", [{ to: address, id: "x" }]),
      `import[0].to must be the address of a resource, such as aws_connect_queue.sales, got ${JSON.stringify(address)}`,
    ],
    [
      `a move from ${JSON.stringify(address)}`,
      set("moved", [{ from: address, to: "aws_sns_topic.notifications" }]),
      `moved[0].from must be the address of a resource`,
    ],
    [
      `a move to ${JSON.stringify(address)}`,
      set("moved", [{ from: "aws_sns_topic.a", to: address }]),
      `moved[0].to must be the address of a resource`,
    ],
  ]),
  [
    "an import to what isn't there",
    set("import", [{ to: "aws_sns_topic.other", id: "x" }]),
    'import[0].to must be a resource of this configuration, got "aws_sns_topic.other"',
  ],
  [
    "an import to a type that isn't there",
    set("import", [{ to: "aws_iam_access_key.x", id: "x" }]),
    "import[0].to must be a resource of this configuration",
  ],
  [
    "an import to what every object has",
    set("import", [{ to: "aws_sns_topic.constructor", id: "x" }]),
    "import[0].to must be a resource of this configuration",
  ],
  [
    "an import of many",
    set("import", [{ to: "aws_sns_topic.notifications", id: "x", for_each: {} }]),
    "import[0].for_each isn't among what cdktf writes there: id, to",
  ],
  [
    "an import by another provider",
    set("import", [{ to: "aws_sns_topic.notifications", id: "x", provider: "aws.b" }]),
    "import[0].provider isn't among",
  ],
  [
    "an import by identity",
    set("import", [{ to: "aws_sns_topic.notifications", identity: {} }]),
    "import[0].identity isn't among",
    "import[0].id is missing",
  ],
  [
    "an import of a computed id",
    set("import", [{ to: "aws_sns_topic.notifications", id: '${file("x")}' }]),
    "import[0].id must be plain, without",
  ],
  [
    "a move to what isn't there",
    set("moved", [{ from: "aws_sns_topic.a", to: "aws_sns_topic.b" }]),
    'moved[0].to must be a resource of this configuration, got "aws_sns_topic.b"',
  ],
  [
    "a move from another type",
    set("moved", [{ from: "aws_s3_bucket.a", to: "aws_sns_topic.notifications" }]),
    'moved[0].from must be of the type aws_sns_topic, got "aws_s3_bucket.a"',
  ],
  ["a move to nowhere", set("moved", [{ from: "aws_sns_topic.a" }]), "moved[0].to is missing"],
];

/** Each is refused with these faults, and no others. */
export const ATTEMPTS: readonly Attempt[] = [
  ...SHAPES,
  ...SECTIONS,
  ...SETTINGS,
  ...BLOCKS,
  ...FILES,
  ...EXPRESSIONS,
  ...HIDING,
  ...INVOCATIONS,
  ...ADDRESSES,
];

/** Sets a key that JavaScript would else take for something else. */
function define(key: string, value: unknown): Change {
  return (configuration) =>
    Object.defineProperty(configuration, key, { value, enumerable: true, configurable: true });
}

/** An expression as a message shows it, up to where it may be cut. */
function first(expression: string): string {
  return JSON.stringify(expression).slice(1, 7);
}
