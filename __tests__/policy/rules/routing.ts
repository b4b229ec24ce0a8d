import type { Rule } from "../rule";

/** The number, people and routing. */
export const ROUTING_RULES: readonly Rule[] = [
  {
    id: "CONN-PHONE-01",
    severity: "must",
    title:
      "phone number ignores prefix+description (both force release; prefix is not read back on import)",
    check: {
      kind: "attr",
      type: "aws_connect_phone_number",
      path: "lifecycle.ignore_changes",
      op: "containsAll",
      value: ["prefix", "description"],
    },
    sources: [
      "provider phone_number.go",
      "measured",
      "ReleasePhoneNumber API: cool-down up to 180 days",
    ],
  },
  {
    id: "CONN-PHONE-02",
    severity: "must",
    title: "country_code and type literals",
    check: {
      kind: "all",
      of: [
        {
          kind: "attr",
          type: "aws_connect_phone_number",
          path: "country_code",
          op: "matches",
          value: "^[A-Z]{2}$",
        },
        {
          kind: "attr",
          type: "aws_connect_phone_number",
          path: "type",
          op: "in",
          value: ["DID", "TOLL_FREE", "UIFN", "SHARED", "THIRD_PARTY_DID", "THIRD_PARTY_TF"],
        },
      ],
    },
    sources: ["provider"],
  },
  {
    id: "CONN-USER-01",
    severity: "must",
    title: "password under ignore_changes (provider never sends an update; plan would lie)",
    check: {
      kind: "attr",
      type: "aws_connect_user",
      where: [{ path: "password", op: "exists" }],
      path: "lifecycle.ignore_changes",
      op: "containsAll",
      value: ["password"],
    },
    differs: "Users who have one: with SAML there are no passwords.",
    sources: ["provider user.go", "measured: apply reports 1 changed, 0 write calls"],
  },
  {
    id: "CONN-USER-02",
    severity: "must",
    title: "password is never a literal",
    check: {
      kind: "attr",
      type: "aws_connect_user",
      path: "password",
      op: "absentOrMatches",
      value: "^\\$\\{",
    },
    sources: ["CKV_SECRET"],
  },
  {
    id: "CONN-USER-03",
    severity: "must",
    title: "password-like variables are sensitive",
    check: {
      kind: "predicate",
      name: "sensitiveVars",
      params: { pattern: "pass(word)?|secret|token" },
    },
    sources: ["hashicorp docs"],
  },
  {
    id: "CONN-USER-04",
    severity: "should",
    title: "at most 10 security profiles",
    check: {
      kind: "attr",
      type: "aws_connect_user",
      path: "security_profile_ids",
      op: "lenLte",
      value: 10,
    },
    sources: ["provider MaxItems"],
  },
  {
    id: "CONN-QUEUE-01",
    severity: "must",
    title: "<= 50 quick_connect_ids per queue (CreateQueue rejects more)",
    check: {
      kind: "attr",
      type: "aws_connect_queue",
      path: "quick_connect_ids",
      op: "absentOrLenLte",
      value: 50,
    },
    sources: ["hashicorp/terraform-provider-aws#46072", "#33447"],
  },
  {
    id: "CONN-QUEUE-02",
    severity: "should",
    title: "queue has max_contacts",
    check: { kind: "attr", type: "aws_connect_queue", path: "max_contacts", op: "gte", value: 1 },
    note: "Must be below the concurrent-calls quota or the API rejects it.",
    sources: ["Connect admin guide set-maximum-queue-limit"],
  },
  {
    id: "CONN-QC-01",
    severity: "must",
    title: "phone quick connects are E.164, in allowed countries, not premium",
    check: {
      kind: "predicate",
      name: "quickConnectNumbers",
      params: {
        allow: ["^\\+1[2-9]\\d{9}$"],
        deny: [
          "^\\+1900",
          "^\\+1976",
          "^\\+1\\d{3}976",
          "^\\+1(242|246|264|268|284|345|441|473|649|658|664|721|758|767|784|809|829|849|868|869|876)",
        ],
      },
    },
    differs:
      "Denies the exchange 976 too: it is premium in every area code, and no area code itself.",
    note: '+1 alone is not "US/Canada": it includes Caribbean NANP high-cost areas.',
    sources: ["Connect admin guide best-practices (E.164)", "AWS contact-center blog: IRSF"],
  },
  {
    id: "CONN-QUOTA",
    severity: "should",
    title: "stay under default per-instance quotas",
    check: {
      kind: "predicate",
      name: "quotas",
      params: {
        limits: {
          aws_connect_user: 500,
          aws_connect_queue: 50,
          aws_connect_contact_flow: 100,
          aws_connect_contact_flow_module: 200,
          aws_connect_quick_connect: 100,
          aws_connect_routing_profile: 100,
          aws_connect_security_profile: 100,
          aws_connect_hours_of_operation: 100,
          aws_connect_user_hierarchy_group: 500,
          aws_connect_phone_number: 5,
          aws_connect_lambda_function_association: 50,
          aws_connect_instance: 2,
        },
      },
    },
    sources: ["Connect admin guide amazon-connect-service-limits (2023-06 snapshot)"],
  },
  {
    id: "CONN-RP-01",
    severity: "should",
    title: "<= 50 queue/channel pairs per routing profile",
    check: {
      kind: "attr",
      type: "aws_connect_routing_profile",
      path: "queue_configs",
      op: "absentOrLenLte",
      value: 50,
    },
    sources: ["service limits"],
  },
];
