import { ANY, type Examples, MADE, names, OPEN, type Step } from "./example";

const allow = (more: object) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...more }] });
const NOTHING = '{"Statement":[]}';

const trusts: readonly Step[] = [
  [allow({ Principal: { Service: "lambda.amazonaws.com" } }), allow({ Principal: "*" })],
  [allow({ Principal: "*" }), allow({ Principal: { Service: "lambda.amazonaws.com" } })],
  [NOTHING, OPEN],
  [MADE, NOTHING],
  [MADE, allow({ Principal: { AWS: "999999999999" } })],
];

const rights: readonly Step[] = [
  [allow({ Resource: "a" }), allow({ Resource: "*" })],
  [allow({ Resource: "*" }), allow({ Resource: "a" })],
  [NOTHING, OPEN],
  [MADE, NOTHING],
  [MADE, allow({ Action: "s3:GetObject", Resource: "*" })],
  [MADE, OPEN],
];

const keys: readonly Step[] = [
  [["a"], ["b"]],
  [["a"], ["a", "b"]],
  [["a"], OPEN],
  [MADE, ["a"]],
];

const BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";

/** Of who may do what. */
export const IDENTITY: Readonly<Record<string, Examples>> = {
  aws_iam_role: {
    base: { name: "judged" },
    steps: {
      assume_role_policy: trusts,
      permissions_boundary: [
        [BOUNDARY, null],
        [BOUNDARY, "other"],
        [null, BOUNDARY],
        [BOUNDARY, OPEN],
        [MADE, BOUNDARY],
        [MADE, undefined],
      ],
      max_session_duration: [
        [3600, 3601],
        [7200, 3600],
        [null, 3601],
        [null, 3600],
        [3601, null],
        [3599, null],
        [3600, OPEN],
        [MADE, 43200],
      ],
    },
  },
  aws_iam_role_policy: {
    base: { role: "role" },
    steps: { role: names("role"), policy: rights },
  },
  aws_iam_role_policy_attachment: {
    base: { role: "role" },
    steps: {
      role: names("role"),
      policy_arn: [
        ["a", "b"],
        ["a", OPEN],
        [MADE, "arn:aws:iam::aws:policy/AdministratorAccess"],
        [MADE, undefined],
      ],
    },
  },
  aws_iam_policy: { base: { name: "judged" }, steps: { policy: rights } },
  aws_iam_openid_connect_provider: {
    steps: { client_id_list: keys, thumbprint_list: keys },
  },
  aws_iam_saml_provider: { steps: { saml_metadata_document: ANY } },
};
