import { lowered } from "../judgements/comparisons.ts";
import { attachment, boundary, policy } from "../judgements/policies.ts";
import { anyChange, belongsTo, setting } from "../judgements/settings.ts";
import type { Judgement, Loss, TypeRules } from "../type-rules.ts";
import { FIXED, LABELS, TEXT } from "./reasons.ts";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

const MORE_RIGHTS = (happens: string): Loss => ({
  effect: "grant",
  happens,
  because: "somebody may do from then on what nobody might",
  source: `${IAM}/access_policies.html`,
});

const FEWER_RIGHTS = (happens: string): Loss => ({
  happens,
  because: "who works under the role can't do its work; or may do what the policy denied",
  source: `${IAM}/access_policies_manage-attach-detach.html`,
});

const OWN_ROLE: Judgement = belongsTo(["role"], ["aws_iam_role"], {
  ...MORE_RIGHTS("gives rights to a role that isn't in this stack"),
  effect: "grant",
});

const trusts = (attribute: string, happens: string): Judgement =>
  anyChange({
    path: [attribute],
    effect: "grant",
    happens,
    because: "whoever holds the new key or name can sign in as anybody",
    source: `${IAM}/id_roles_providers.html`,
  });

/** Who may do what. */
export const IDENTITY: Readonly<Record<string, TypeRules>> = {
  aws_iam_role: {
    target: ["name"],
    made: MORE_RIGHTS("makes another role"),
    gone: {
      happens: "deletes the role",
      because: "who works under it (a function, GitHub) can do nothing from then on",
      source: `${IAM}/id_roles_manage_delete.html`,
    },
    free: { [TEXT]: ["description"], [LABELS]: ["tags"] },
    judged: {
      assume_role_policy: policy("trust", "the role", ["assume_role_policy"]),
      permissions_boundary: boundary,
      max_session_duration: setting({
        path: ["max_session_duration"],
        harmful: (before, after) => lowered(3600)(after, before),
        effect: "grant",
        happens: "lets who takes the role have it for longer",
        because: "a stolen session lasts as long",
        source: `${IAM}/id_roles_update-role-settings.html`,
      }),
    },
    named: { [FIXED]: ["name"] },
    unused: [
      "force_detach_policies",
      "inline_policy",
      "managed_policy_arns",
      "name_prefix",
      "path",
    ],
    computed: ["arn", "create_date", "id", "tags_all", "unique_id"],
  },

  aws_iam_role_policy: {
    target: ["role", "name"],
    made: "what it gives is judged",
    gone: FEWER_RIGHTS("takes the policy away from the role"),
    free: {},
    judged: { role: OWN_ROLE, policy: policy("identity", "the role") },
    named: { [FIXED]: ["name"] },
    unused: ["name_prefix"],
    computed: ["id"],
  },

  aws_iam_role_policy_attachment: {
    target: ["role", "policy_arn"],
    made: "what it gives is judged",
    gone: FEWER_RIGHTS("takes the rights of a policy away from the role"),
    free: {},
    judged: { role: OWN_ROLE, policy_arn: attachment },
    named: {},
    unused: [],
    computed: ["id"],
  },

  aws_iam_policy: {
    target: ["name"],
    made: "it counts only where it is attached, and that is judged",
    gone: FEWER_RIGHTS("deletes the policy"),
    free: { [LABELS]: ["tags"] },
    judged: { policy: policy("identity", "who has the policy") },
    named: { [FIXED]: ["name", "description"] },
    unused: ["name_prefix", "path"],
    computed: ["arn", "attachment_count", "id", "policy_id", "tags_all"],
  },

  aws_iam_openid_connect_provider: {
    target: ["url"],
    made: MORE_RIGHTS("trusts another identity provider"),
    gone: {
      happens: "removes the trust in GitHub",
      because:
        "no workflow can plan or apply any more, and only somebody with credentials mends it",
      source: `${IAM}/id_roles_providers_create_oidc.html`,
    },
    free: { [LABELS]: ["tags"] },
    judged: {
      client_id_list: trusts("client_id_list", "lets tokens in that are meant for others"),
      thumbprint_list: trusts("thumbprint_list", "trusts another certificate of the provider"),
    },
    named: { [FIXED]: ["url"] },
    unused: [],
    computed: ["arn", "id", "tags_all"],
  },

  aws_iam_saml_provider: {
    target: ["name"],
    made: MORE_RIGHTS("trusts another identity provider"),
    gone: {
      happens: "removes the company's identity provider",
      because: "nobody can sign in any more",
      source: `${IAM}/id_roles_providers_saml.html`,
    },
    free: { [LABELS]: ["tags"] },
    judged: {
      saml_metadata_document: trusts(
        "saml_metadata_document",
        "trusts another identity provider, or another certificate of it",
      ),
    },
    named: { [FIXED]: ["name"] },
    unused: [],
    computed: ["arn", "id", "tags_all", "valid_until"],
  },
};
