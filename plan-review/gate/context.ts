import type { Plan, PlannedChange } from "../plan.ts";
import { isMasked, isObject, objectOf, valueAt } from "../values.ts";
import { isFirstApply } from "./first-apply.ts";

/** Steps to a value: names and indices. */
export type Path = readonly (string | number)[];

/** `open`: the configuration sets the value, but only the apply shows which. `computed`: AWS decides it. */
export type Value =
  { readonly kind: "known"; readonly value: unknown } | { readonly kind: "open" | "computed" };

/** The attributes by which others name a resource of any type. */
const NAMES = [
  ...["id", "arn", "name", "bucket", "key_id", "function_name", "hours_of_operation_id"],
  ...["queue_id", "routing_profile_id"],
];

/** A plan as the rules need it: its resources by address, and their references. */
export class Context {
  public readonly plan: Plan;
  /** Whether the center isn't in service yet, so that an apply may create whatever is needed. */
  public readonly firstApply: boolean;
  /** The account whose principals count as its own. */
  public readonly account: string | undefined;
  /** ARNs of the stack's identity providers; the configuration can't change an ARN. */
  public readonly providers: readonly string[];
  /** Resources, without what replacements left behind. */
  public readonly resources: readonly PlannedChange[];
  private readonly byAddress: ReadonlyMap<string, PlannedChange>;
  private readonly byName = new Map<string, PlannedChange>();

  /** @param known - What the caller knows and the plan doesn't show. */
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
   * Whether a thing is created or imported before the stack is in service. Then a value that only the apply
   * shows is one that the first apply needs.
   */
  public isNew({ before, importId }: PlannedChange): boolean {
    return this.firstApply && (before === null || importId !== undefined);
  }

  /** Whether the configuration sets an attribute, or may set it because that isn't known. */
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
   * The resource of the plan that a value names by id, ARN or name; if the value isn't known yet, the one
   * that the configuration refers to.
   *
   * @param types - The types of which one must be the resource's.
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
   * Whether a value was read by a data source of a type: then it names a thing that Connect itself created.
   */
  public isRead(change: PlannedChange, path: Path, type: string): boolean {
    const prefix = `data.${type}.`;
    const value = this.after(change, path);
    if (value.kind !== "known") {
      return this.template(change, path)?.startsWith(`\${${prefix}`) ?? false;
    }
    return (
      typeof value.value === "string" &&
      [...this.plan.data].some(
        ([address, values]) =>
          address.startsWith(prefix) && Object.values(values).includes(value.value),
      )
    );
  }

  /**
   * A text as an apply would set it; if it contains the id of a new thing, which isn't known yet, the text of
   * the configuration.
   */
  public text(change: PlannedChange, path: Path): unknown {
    const value = this.after(change, path);
    return value.kind === "known" ? value.value : this.template(change, path);
  }

  /** The text in the configuration at a path: `${aws_s3_bucket.bucket.arn}/*`. */
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
 * The text of an expression. A plan shows an expression of Terraform's JSON syntax, which cdktf writes,
 * unchanged.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#expression-representation
 */
function literal(expressions: unknown, path: Path): unknown {
  return path.reduce((at: unknown, step) => {
    const inner = objectOf(at);
    return valueAt("constant_value" in inner ? inner.constant_value : at, [step]);
  }, expressions);
}
