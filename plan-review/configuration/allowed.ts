/** The version of the AWS provider, as constructs and lock file pin it. */
export const PROVIDER_VERSION = "5.100.0";

/** What a stack may consist of. No modules, no actions, nothing that Terraform would forget. */
export const SECTIONS = [
  "//",
  "terraform",
  "provider",
  "variable",
  "locals",
  "data",
  "resource",
  "moved",
  "import",
  "output",
];

/** Settings of the S3 backend. No profile, role, endpoint: nothing that leads elsewhere. */
export const BACKEND_SETTINGS = [
  "allowed_account_ids",
  "bucket",
  "encrypt",
  "key",
  "kms_key_id",
  "region",
  "use_lockfile",
];

/** Settings of the provider. No role, endpoint or proxy, through which requests could be read. */
export const PROVIDER_SETTINGS = [
  "allowed_account_ids",
  "default_tags",
  "max_retries",
  "region",
  "retry_mode",
];

/**
 * Functions that only compute. Those that read the runner's disk (`file`, `templatefile`, …) aren't
 * among them, nor those that make a plan another one each time, nor `nonsensitive`.
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
export const FUNCTIONS: readonly string[] = [
  ...["alltrue", "anytrue", "base64encode", "can", "coalesce", "compact", "concat", "contains"],
  ...["distinct", "element", "endswith", "flatten", "format", "join", "jsondecode", "jsonencode"],
  ...["keys", "length", "lookup", "lower", "max", "merge", "min", "one", "range", "regex"],
  ...["regexall", "replace", "reverse", "slice", "sort", "split", "startswith", "strcontains"],
  ...["substr", "tobool", "tolist", "tomap", "tonumber", "toset", "tostring", "trim"],
  ...["trimprefix", "trimspace", "trimsuffix", "try", "upper", "values", "zipmap"],
  // Words of the language that may stand before a parenthesis.
  ...["else", "endfor", "endif", "for", "if", "in"],
];

/** Arguments that name a file of the runner's: Terraform reads it, and its content may be shown. */
export const FILE_ARGUMENTS = ["filename", "source", "source_file", "saml_metadata_document_file"];

/** The one function that a plan may invoke: it only looks (constructs/connect-associations.ts). */
export const OBSERVER = "aws_lambda_function.connect_associations_observer";
