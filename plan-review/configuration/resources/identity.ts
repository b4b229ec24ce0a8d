import { formed, number, only, plain, text } from "../rules.ts";
import type { Block } from "../shape.ts";

/**
 * The permissions boundary that every role of a center must have (constructs/iam/permissions-boundary.ts).
 */
const BOUNDARY = formed(
  /^arn:aws:iam::\$\{data\.aws_caller_identity\.current\.account_id\}:policy\/[A-Za-z0-9-]+-boundary-[a-z0-9-]+$/,
  "the boundary that the bootstrap makes",
);

const ROLE_POLICY: Block = { name: plain, policy: text, role: text };

/** Arguments of a center's identities. */
export const CENTER_IDENTITY = {
  aws_iam_role: {
    assume_role_policy: text,
    "description?": plain,
    name: plain,
    permissions_boundary: BOUNDARY,
  },
  aws_iam_role_policy: ROLE_POLICY,
  aws_iam_role_policy_attachment: {
    policy_arn: only("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
    role: text,
  },
  aws_iam_saml_provider: { name: plain, saml_metadata_document: plain },
} satisfies Block;

/** Arguments of the identities that a bootstrap creates. */
export const BOOTSTRAP_IDENTITY = {
  aws_iam_openid_connect_provider: {
    client_id_list: [plain],
    lifecycle: { prevent_destroy: only(true) },
    url: plain,
  },
  aws_iam_policy: { description: plain, name: plain, policy: plain },
  aws_iam_role: {
    assume_role_policy: text,
    description: plain,
    max_session_duration: number,
    name: plain,
  },
  aws_iam_role_policy: ROLE_POLICY,
  aws_iam_role_policy_attachment: { policy_arn: text, role: text },
} satisfies Block;
