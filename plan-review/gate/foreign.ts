import type { Plan } from "../plan.ts";
import { DEFAULTS, OBSERVER } from "../configuration/data-sources.ts";
import { PROVIDER } from "../plan-shape.ts";
import { isNothing } from "../values.ts";
import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "./allowed-types.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";
import { ownAddress } from "./judgements/own.ts";

/** Finds what no plan of this project can hold: a broken plan, foreign types, unknown actions. */
export function findForeign(context: Context): Finding[] {
  const { plan } = context;
  return [
    ...unusable(plan),
    ...odd(plan),
    ...unknownActions(plan),
    ...foreignTypes(plan),
    ...foreignImports(context),
    ...exchanged(context),
    ...otherInstances(context),
    ...misnamed(context),
    ...handMade(context),
    ...foreignQuestions(context),
  ];
}

function unusable(plan: Plan): Finding[] {
  const { errored, complete, applyable } = plan;
  if (!errored && complete && (applyable || !changesAnything(plan))) return [];
  return [
    {
      addresses: [],
      tolerated: 0,
      happens: errored
        ? "stops where the planning has failed"
        : complete
          ? "can't be applied"
          : "does a part of the change",
      because: "what isn't in the plan can't be judged",
      source: "https://developer.hashicorp.com/terraform/internals/json-format",
      cure: errored
        ? "mend the error and plan again"
        : complete
          ? "plan again, and look for what Terraform says of it"
          : "plan without -target",
    },
  ];
}

function changesAnything({ changes, outputs }: Plan): boolean {
  return outputs.length > 0 || changes.some(({ kind }) => kind !== "no-op");
}

function odd({ oddities }: Plan): Finding[] {
  return oddities.map(({ where, what }) => ({
    addresses: [where],
    tolerated: 0,
    happens: what,
    because: "nobody has said how to judge it",
    source: "https://developer.hashicorp.com/terraform/internals/json-format",
    cure: "take out of the configuration what no construct here writes; if one must, teach plan-review/plan-shape.ts the shape in a change of its own",
  }));
}

function unknownActions({ changes }: Plan): Finding[] {
  return changes
    .filter(({ kind }) => kind === "unknown")
    .map(({ address, actions }) => ({
      addresses: [address],
      tolerated: 0,
      happens: `does something that this check doesn't know: ${JSON.stringify(actions)}`,
      because: "it can't be judged",
      source: "https://developer.hashicorp.com/terraform/internals/json-format",
      cure: "plan with a version of Terraform that plan-review/plan.ts knows, or teach it the action",
    }));
}

/** Nothing of a foreign type may change; its removal is judged as destruction. */
const HARMLESS = ["no-op", "delete", "forget"];

function foreignTypes({ changes }: Plan): Finding[] {
  return changes
    .filter(({ mode, type, kind, provider, importId }) => {
      if (HARMLESS.includes(kind) && importId === undefined) return false;
      const known = mode === "data" ? DATA_SOURCE_TYPES : RESOURCE_TYPES;
      return provider !== PROVIDER || !known.includes(type);
    })
    .map(({ address, type, provider }) => ({
      addresses: [address],
      tolerated: 0,
      happens: `uses ${type} of ${provider}, which no construct here makes`,
      because: "what the project doesn't need is a mistake, or a way into the account",
      source: "rule PLAN-04",
      cure: "if a construct needs it, add it to plan-review/gate/allowed-types.ts in a change of its own",
      effect: "create" as const,
    }));
}

/** An imported thing belongs to this stack from then on, so it must be in the stack's account. */
function foreignImports({ plan, firstApply }: Context): Finding[] {
  const ownerOf = (arn: unknown) => /^arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):/.exec(String(arn))?.[1];
  return plan.changes.flatMap(({ address, importId, before }) => {
    if (importId === undefined) return [];
    const owner = ownerOf(before?.arn) ?? ownerOf(importId);
    // A bucket's ARN names no account. Such things are also imported when a lost state is rebuilt.
    const isOpen = /^arn:[\w-]+:[\w-]*:[\w-]*::/.test(
      typeof before?.arn === "string" ? before.arn : importId,
    );
    const isOwn = owner === undefined ? firstApply || !isOpen : owner === (plan.account ?? owner);
    if (isOwn) return [];
    const whose =
      owner === undefined ? "what can't be told whose it is" : "what belongs to another account";
    return [
      {
        addresses: [address],
        tolerated: 0,
        happens: `takes over ${whose}`,
        because: "what is let in or told here would be let in or told there",
        source: "https://developer.hashicorp.com/terraform/language/import",
        cure: "take the import block out",
        effect: "grant" as const,
      },
    ];
  });
}

/**
 * Finds things that move away from an address while another thing moves to it: rights and invocations may be
 * bound to the address.
 */
function exchanged({ plan, resources }: Context): Finding[] {
  const there = new Set(resources.map(({ address }) => address));
  return plan.changes
    .filter(({ previousAddress }) => previousAddress !== undefined && there.has(previousAddress))
    .map(({ address, previousAddress }) => ({
      addresses: [address],
      tolerated: 0,
      happens: `comes from ${String(previousAddress)}, where another thing comes to`,
      because: "what refers to the address gets another thing, and no line of the plan shows it",
      source: "https://developer.hashicorp.com/terraform/language/moved",
      cure: "take the moved blocks out",
      effect: "change" as const,
    }));
}

/** What is created, imported or read must belong to the stack's own instance. */
function otherInstances(context: Context): Finding[] {
  const { plan } = context;
  const isOwn = (id: unknown) => ownAddress(id, ["aws_connect_instance"], context) !== undefined;
  const changed = plan.changes.filter((change) => {
    const isNew =
      ["create", "read", "replace"].includes(change.kind) || change.importId !== undefined;
    const value = context.after(change, ["instance_id"]);
    const isSet = value.kind === "known" ? !isNothing(value.value) : value.kind === "open";
    return (
      isNew &&
      isSet &&
      change.deposed === undefined &&
      !isOwn(context.text(change, ["instance_id"]))
    );
  });
  const read = [...plan.data].filter(([, { instance_id: id }]) => !isNothing(id) && !isOwn(id));
  const addresses = [...changed.map(({ address }) => address), ...read.map(([address]) => address)];
  return [...new Set(addresses)].map((address) => ({
    addresses: [address],
    tolerated: 0,
    happens: "is of another instance of Amazon Connect than the stack's",
    because: "its users, flows and profiles are others', whatever their names say",
    source: "https://docs.aws.amazon.com/connect/latest/adminguide/find-instance-arn.html",
    cure: "name the stack's aws_connect_instance in instance_id",
    effect: "grant" as const,
  }));
}

/** A data source looks things up by name, so the thing that was read must have that name. */
function misnamed(context: Context): Finding[] {
  return [...context.plan.data].flatMap(([address, { name }]) => {
    const asked = context.template({ address }, ["name"]);
    if (asked === undefined || asked === name) return [];
    return [
      {
        addresses: [address],
        tolerated: 0,
        happens: `asks for ${JSON.stringify(asked)}, and has read ${JSON.stringify(name)}`,
        because: "who gets its id gets something else than the configuration says",
        source: "https://developer.hashicorp.com/terraform/language/data-sources",
        cure: "plan again with terraform",
      },
    ];
  });
}

/** Names of what each instance has, by the type of the data source that looks it up. */
const DEFAULT_NAMES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(DEFAULTS));

/** What is read by a name that Connect doesn't give was made by hand: it may be anything. */
function handMade(context: Context): Finding[] {
  const { changes, configured, data } = context.plan;
  const asking = [...changes.map(({ address }) => address), ...configured.keys(), ...data.keys()];
  return [...new Set(asking)].flatMap((address) => {
    const [mode, type = ""] = address.split(".");
    const names = mode === "data" ? DEFAULT_NAMES.get(type) : undefined;
    const name = context.template({ address }, ["name"]) ?? data.get(address)?.name;
    if (names === undefined || name === undefined) return [];
    if (typeof name === "string" && names.includes(name)) return [];
    return [
      {
        addresses: [address],
        tolerated: 0,
        effect: "grant" as const,
        happens: `reads ${JSON.stringify(name)}, which somebody has made by hand`,
        because: "who made it can change it at any time, and no pull request shows what it does",
        source: "https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-default.html",
        cure: `define it in kwglobal.ts, or name one of ${names.join(", ")}`,
      },
    ];
  });
}

/**
 * A data source invokes a function while Terraform plans, so it may only invoke the observer, which only
 * reads.
 */
function foreignQuestions(context: Context): Finding[] {
  const { changes, configured } = context.plan;
  const prefix = "data.aws_lambda_invocation.";
  const asking = [...changes.map(({ address }) => address), ...configured.keys()];
  return [...new Set(asking)]
    .filter((address) => address.startsWith(prefix))
    .filter((address) => context.template({ address }, ["function_name"]) !== `\${${OBSERVER}.arn}`)
    .map((address) => ({
      addresses: [address],
      tolerated: 0,
      effect: "change" as const,
      happens: "invokes another function than the observer, while it plans",
      because: "it may do anything, and nobody has reviewed the plan yet",
      source: "constructs/associations/connect-associations.ts",
      cure: `ask ${OBSERVER} by its ARN`,
    }));
}
