import { ANY, type Examples, KEY, LAMBDA, MADE, names, OPEN, type Step, SWITCH } from "./example";

const under = (kms_key_id: string | undefined) => [{ kms_key_id }];

const sets = (desired: object) => JSON.stringify({ desired });
const statuses = (...names: readonly string[]) =>
  sets({ kind: "agentStatuses", agentStatuses: names.map((name) => ({ name })) });

/** Where a function's code lies, by its construct and its hash. */
const zip = (folder: string, hash = "1") => `assets/${folder}/${hash}/code.zip`;

/** A function's variables, its words for vanity numbers among them if there are any. */
const words = (written?: string, TABLE_NAME = "a") => [
  { variables: { TABLE_NAME, ...(written !== undefined && { VANITY_WORDS: written }) } },
];

/** A number that is no less than half of what it was; without it, as AWS has it. */
const halves = (byDefault: number): readonly Step[] => [
  [20, 10],
  [20, 9],
  [20, 0],
  [null, byDefault / 2],
  [null, byDefault / 2 - 1],
  [2 * byDefault, null],
  [2 * byDefault + 2, null],
  [20, -1],
  [-1, 20],
  [20, "x"],
  [20, OPEN],
  [MADE, 1],
  [MADE, 0],
  [MADE, undefined],
];

/** Of functions, what they are told, and what runs them. */
export const FUNCTIONS: Readonly<Record<string, Examples>> = {
  aws_lambda_function: {
    base: { function_name: "judged", filename: "assets/judged/1/code.zip" },
    steps: {
      role: ANY,
      handler: ANY,
      runtime: ANY,
      environment: [
        [[{ variables: { A: "1" } }], [{ variables: { A: "2" } }]],
        [[], [{ variables: { A: "2" } }]],
        [[], OPEN],
        [MADE, [{ variables: { A: "2" } }]],
        [words("never: allowed:"), words("never: RAT allowed: NEGRONI")],
        [words(), words("never: RAT allowed:")],
        [words("never: RAT allowed:"), words()],
        [words("never: RAT allowed:", "a"), words("never: allowed:", "b")],
        [words("never: RAT allowed:"), words("--require /tmp/evil")],
      ],
      layers: [
        [[], ["arn"]],
        [["arn"], []],
        [[], OPEN],
        [MADE, []],
        [MADE, ["arn"]],
        [MADE, OPEN],
      ],
      filename: [
        [zip("judged"), zip("judged", "2")],
        [zip("judged"), zip("other")],
        [zip("judged"), zip("f")],
        [zip("judged"), "/tmp/evil.zip"],
        [zip("judged"), "assets/judged/../evil/1/code.zip"],
        [zip("judged"), "assets/judged/1/other.zip"],
        [zip("judged"), OPEN],
        [null, zip("judged")],
        [null, zip("f")],
        [MADE, zip("judged")],
        [MADE, zip("f")],
        [MADE, "evil.zip"],
      ],
      source_code_hash: [
        ["a", "b"],
        ["a", OPEN],
        [MADE, "a"],
        [MADE, OPEN],
      ],
      timeout: [...halves(3), [20, 100], [20, 101], [1, 15], [1, 16]],
      memory_size: [...halves(128), [256, 1280], [256, 1281]],
      reserved_concurrent_executions: halves(1000),
    },
  },
  aws_lambda_invocation: {
    base: { function_name: "reconciler" },
    steps: {
      input: [
        [statuses("A", "B", "C"), statuses("A", "B")],
        [statuses("A", "B", "C"), statuses("A")],
        [statuses("A"), sets({ kind: "other" })],
        [statuses("A"), OPEN],
        [MADE, statuses("A")],
        [MADE, sets({ kind: "other" })],
        [MADE, OPEN],
      ],
      function_name: names("reconciler", "f"),
    },
  },
  aws_lambda_permission: {
    base: { function_name: "f", action: "lambda:InvokeFunction", source_arn: "arn:a" },
    steps: {
      function_name: names(LAMBDA),
      principal: [
        ["connect.amazonaws.com", "*"],
        ["*", "connect.amazonaws.com"],
        ["connect.amazonaws.com", OPEN],
        [MADE, "connect.amazonaws.com"],
        [MADE, "*"],
      ],
    },
  },
  aws_sfn_state_machine: {
    steps: {
      encryption_configuration: [
        [under(KEY), under("other")],
        [under(KEY), []],
        [[], under(KEY)],
        [under(KEY), OPEN],
        [MADE, under(KEY)],
        [MADE, under("other")],
        [MADE, []],
      ],
    },
  },
  aws_ssm_parameter: { steps: { overwrite: SWITCH } },
};
