import { DATA_SOURCES } from "./data-sources.ts";
import { DESIRED } from "./desired.ts";

import { ADDRESS } from "./meta-arguments.ts";
import { CONNECT } from "./resources/connect.ts";
import { FUNCTIONS } from "./resources/functions.ts";
import { BOOTSTRAP_IDENTITY, CENTER_IDENTITY } from "./resources/identity.ts";
import { MONITORING } from "./resources/monitoring.ts";
import { CENTER_STORAGE, STORAGE } from "./resources/storage.ts";
import { comment, formed, only, plain, text } from "./rules.ts";
import { type Block, named } from "./shape.ts";
import { VARIABLES } from "./variables.ts";

/** The version of the AWS provider, as constructs and lock file pin it. */
export const PROVIDER_VERSION = "5.100.0";

const ACCOUNT = formed(/^\d{12}$/, "the id of an account: twelve digits");
const REGION = formed(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS Region, such as us-west-2");
const BUCKET = formed(/^[a-z0-9][a-z0-9.-]+$/, "the name of a bucket");
const KEY = formed(
  /^arn:aws:kms:[a-z0-9-]+:\d{12}:alias\/[a-z0-9.-]+$/,
  "the alias of the states' key",
);

/** The key of a bootstrap's state; the state of a center lies in its own folder. */
export const BOOTSTRAP_STATE = "bootstrap.tfstate";
const STATE = formed(
  /^(bootstrap|contact-center\/[a-z0-9-]+)\.tfstate$/,
  "contact-center/<environment>.tfstate",
);

/** Import blocks: each takes over what already exists (npm run adopt, a ported number). */
const IMPORTS = [{ id: plain, to: ADDRESS }] as const;

/**
 * The parts that decide where Terraform sends its requests, credentials and state: one provider without
 * profile, role, endpoint, proxy or file, and the account's own bucket of states.
 */
const COMMON = {
  "//?": comment,
  output: named({ "description?": plain, value: text }),
  provider: {
    aws: [
      {
        allowed_account_ids: [ACCOUNT],
        default_tags: [{ tags: { "Environment?": plain, ManagedBy: plain, Project: plain } }],
        region: REGION,
      },
    ],
  },
  terraform: {
    backend: {
      s3: {
        allowed_account_ids: [ACCOUNT],
        bucket: BUCKET,
        encrypt: only(true),
        key: STATE,
        kms_key_id: KEY,
        region: REGION,
        use_lockfile: only(true),
      },
    },
    required_providers: { aws: { source: only("aws"), version: only(PROVIDER_VERSION) } },
    required_version: only(">= 1.11.0"),
  },
} satisfies Block;

/** The resources of a center, by type. */
export const CENTER_RESOURCES = {
  ...CONNECT,
  ...FUNCTIONS,
  ...CENTER_IDENTITY,
  ...STORAGE,
  ...CENTER_STORAGE,
  ...MONITORING,
} satisfies Block;

/** The resources of a bootstrap, by type. */
export const BOOTSTRAP_RESOURCES = { ...BOOTSTRAP_IDENTITY, ...STORAGE } satisfies Block;

/**
 * What an environment's stack may contain: no module, no action, nothing that Terraform would remove from the
 * state.
 */
export const CENTER: Block = {
  ...COMMON,
  data: blocks(DATA_SOURCES),
  "import?": IMPORTS,
  locals: DESIRED,
  "moved?": [{ from: ADDRESS, to: ADDRESS }],
  resource: blocks(CENTER_RESOURCES),
  "variable?": VARIABLES,
};

/** What an account's bootstrap stack may contain. */
export const BOOTSTRAP: Block = { ...COMMON, resource: blocks(BOOTSTRAP_RESOURCES) };

/** What the file of `npm run adopt` may contain. */
export const IMPORTS_FILE: Block = { "//?": comment, import: IMPORTS };

/** Any number of resources of each type, each with a name and a comment of cdktf's. */
function blocks(types: Readonly<Record<string, Block>>): Block {
  return Object.fromEntries(
    Object.entries(types).map(([type, block]) => [`${type}?`, named({ ...block, "//?": comment })]),
  );
}
