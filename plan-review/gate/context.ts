import type { Plan, PlannedChange } from "../plan.ts";
import { isMasked, isObject, objectOf, valueAt } from "../values.ts";
import { isFirstApply } from "./first-apply.ts";

/** Steps to a value: names and indices. */
export type Path = readonly (string | number)[];

/** `open`: the configuration sets it, and only the apply tells to what. `computed`: AWS decides. */
export type Value =
  { readonly kind: "known"; readonly value: unknown } | { readonly kind: "open" | "computed" };

/** The attributes by which others name a resource of any type. */
const NAMES = [
  ...["id", "arn", "name", "bucket", "key_id", "function_name", "hours_of_operation_id"],
  ...["queue_id", "routing_profile_id"],
];

/** A plan as its rules look at it: what stands where, and what refers to what. */
export class Context {
  public readonly plan: Plan;
  /** Whether nobody works with the center yet, so that whatever is needed may be made. */
  public readonly firstApply: boolean;
  /** Whose principals are no strangers. */
  public readonly account: string | undefined;
  /** ARNs of the stack's identity providers; what the configuration says can't change one. */
  public readonly providers: readonly string[];
  /** Resources, without what replacements left behind. */
  public readonly resources: readonly PlannedChange[];
  private readonly byAddress: ReadonlyMap<string, PlannedChange>;
  private readonly byName = new Map<string, PlannedChange>();

  /** @param known - What the caller knows better than the plan. */
  public constructor(plan: Plan, known: { firstApply?: boolean; account?: string } = {}) {
    this.plan = plan;
    this.firstApply = known.firstApply ?? isFirstApply(plan);
    this.account = known.account ?? plan.account;
    this.resources = plan.changes.filter(
      ({ mode, deposed }) => mode === "managed" && deposed === undefined,
    );
    this.providers = this.resources
      .filter(({ type }) => /^aws_iam_(openid_connect|saml)_provider$/.test(type))
      .flatMap(({ before }) => (typeof before?.arn === "string" ? [before.arn] : []));
    this.byAddress = new Map(this.resources.map((each) => [each.address, each]));
    for (const each of this.resources) {
      for (const name of NAMES) {
        const value = each.after?.[name] ?? each.before?.[name];
        if (typeof value === "string") this.byName.set(`${each.type} ${value}`, each);
      }
    }
  }

  /**
   * Whether a thing is made, or taken over, before anybody works with the stack: then what only the
   * apply tells is what the first apply needs.
   */
  public isNew({ before, importId }: PlannedChange): boolean {
    return this.firstApply && (before === null || importId !== undefined);
  }

  /** Whether the configuration sets an attribute; where it isn't known, it may. */
  public sets({ address }: PlannedChange, attribute: string): boolean {
    const expressions = this.plan.configured.get(address);
    return expressions === undefined || attribute in expressions;
  }

  /** The value that an apply would give to a path. */
  public after(change: PlannedChange, path: Path): Value {
    if (!isMasked(change.afterUnknown, path)) {
      return { kind: "known", value: valueAt(change.after, path) };
    }
    return { kind: this.sets(change, String(path[0])) ? "open" : "computed" };
  }

  /**
   * The resource of the plan that a value names: by its id, ARN or name, or, where that isn't known
   * yet, by what the configuration refers to.
   *
   * @param types - Of which it must be.
   */
  public named(
    change: PlannedChange,
    path: Path,
    types: readonly string[],
  ): PlannedChange | undefined {
    const value = valueAt(change.after, path);
    if (isMasked(change.afterUnknown, path)) return this.referred(change, path, types);
    if (typeof value !== "string") return undefined;
    return types.map((type) => this.byName.get(`${type} ${value}`)).find((each) => each);
  }

  /**
   * A text as an apply would set it; where the id of a new thing in it isn't known yet, as the
   * configuration writes it.
   */
  public text(change: PlannedChange, path: Path): unknown {
    const value = this.after(change, path);
    return value.kind === "known" ? value.value : this.template(change, path);
  }

  /** What the configuration says at a path, where it is a text: `${aws_s3_bucket.bucket.arn}/*`. */
  public template({ address }: Pick<PlannedChange, "address">, path: Path): string | undefined {
    const at = literal(this.plan.configured.get(address), path);
    const text = isObject(at) ? at.constant_value : at;
    return typeof text === "string" ? text : undefined;
  }

  /** What the configuration refers to at a path: `${a.b.c}` and nothing around it. */
  private referred(
    change: PlannedChange,
    path: Path,
    types: readonly string[],
  ): PlannedChange | undefined {
    const [, address = ""] = REFERENCE.exec(this.template(change, path) ?? "") ?? [];
    const found = this.byAddress.get(address);
    return found && types.includes(found.type) ? found : undefined;
  }
}

const REFERENCE = /^\$\{([\w-]+\.[\w-]+)\.[\w-]+\}$/;

/**
 * The text of an expression. In JSON syntax, which cdktf writes, a plan shows it as it stands there.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#expression-representation
 */
function literal(expressions: unknown, path: Path): unknown {
  return path.reduce((at: unknown, step) => {
    const inner = objectOf(at);
    return valueAt("constant_value" in inner ? inner.constant_value : at, [step]);
  }, expressions);
}
