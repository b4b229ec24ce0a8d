import { OperatorError } from "../../sandbox/machine/errors";
import { regionOf, type Stack } from "../../sandbox/terraform/stack";
import { type Terraform, TerraformError } from "../../sandbox/terraform/terraform";
import { type Import, writeImports } from "../support/imports-file";
import { findImports, type Found } from "./find-imports";
import { findInstance } from "./find-instance";
import { type Associated, type LeftAlone, leftAlone, ownedIds } from "./left-alone";
import { accountOf, createClients, type Live } from "./live-account";
import { wantedResources, type WantedResource } from "./wanted";

/** What to take over, and into which stack. */
export interface AdoptOptions {
  /** The folder of the synthesized stack. */
  readonly directory: string;
  readonly stack: Stack;
  /** Terraform in that folder, initialised. */
  readonly terraform: Terraform;
  /**
   * The live instance.
   * @default - the one of the code's alias
   */
  readonly instanceId?: string;
  /** The number to take over, in E.164, where the instance has several. */
  readonly phoneNumber?: string;
}

/** What was found and written. */
export interface Adoption extends Found {
  readonly live: Live;
  /** How many resources the state has already. */
  readonly inState: number;
  /** The file with the import blocks, or undefined where nothing is to be imported. */
  readonly file: string | undefined;
  readonly leftAlone: readonly LeftAlone[];
}

/**
 * Finds what is live and not in the state, by the names that the code gives it, and writes Terraform's
 * import blocks beside the configuration. Changes nothing in AWS.
 *
 * @throws OperatorError where something is ambiguous or would be replaced; then nothing is written.
 */
export async function adopt(options: AdoptOptions): Promise<Adoption> {
  const { directory, stack, terraform, instanceId, phoneNumber } = options;
  const all = wantedResources(stack);
  const inState = new Set(await addressesInState(terraform));
  const region = regionOf(stack);
  const clients = createClients(region);
  try {
    const accountId = await accountOf(clients);
    const instance = await findInstance(clients, theInstance(all), {
      region,
      accountId,
      ...(instanceId !== undefined && { instanceId }),
    });
    const live: Live = {
      clients,
      region,
      accountId,
      instance,
      ...(phoneNumber !== undefined && { phoneNumber }),
    };
    const taken = new Set([...inState, ...importedByTheCode(stack).map(({ to }) => to)]);
    const found = await findImports(all, live, taken);
    const imports = found.imports.filter(({ to }) => !taken.has(to));
    const owned = ownedIds([
      ...found.imports,
      ...importedByTheCode(stack),
      ...(await numbersInState(terraform, inState)),
    ]);
    const others = instance && (await leftAlone(instance, owned, associatedIn(stack)));
    return {
      ...found,
      imports,
      missing: found.missing.filter((address) => !inState.has(address)),
      recreated: found.recreated.filter(({ address }) => !inState.has(address)),
      live,
      inState: inState.size,
      file: await writeImports(directory, imports),
      leftAlone: others ?? [],
    };
  } finally {
    Object.values(clients).forEach((client) => {
      client.destroy();
    });
  }
}

/** Managed resources only. */
async function addressesInState(terraform: Terraform): Promise<string[]> {
  try {
    return (await terraform.stateList()).filter((address) => !address.startsWith("data."));
  } catch (error) {
    if (error instanceof TerraformError && error.message.includes("No state file was found")) {
      return [];
    }
    throw error;
  }
}

function theInstance(all: readonly WantedResource[]): WantedResource {
  const instance = all.find(({ type }) => type === "aws_connect_instance");
  if (instance !== undefined) return instance;
  throw new OperatorError("the stack must have a Connect instance, and it has none");
}

/** What the code imports itself, such as a ported number: two blocks for one are refused. */
function importedByTheCode(stack: Stack & { readonly import?: readonly Import[] }) {
  return stack.import ?? [];
}

/**
 * The numbers of the state, by their ids, which nothing else tells.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format#state-representation
 */
async function numbersInState(
  terraform: Terraform,
  inState: ReadonlySet<string>,
): Promise<Import[]> {
  if (![...inState].some((address) => address.startsWith("aws_connect_phone_number."))) return [];
  const { values } = (await terraform.show()) as {
    readonly values: {
      readonly root_module: {
        readonly resources: readonly {
          readonly address: string;
          readonly type: string;
          readonly values: { readonly id: string };
        }[];
      };
    };
  };
  return values.root_module.resources
    .filter(({ type }) => type === "aws_connect_phone_number")
    .map((resource) => ({ to: resource.address, id: resource.values.id }));
}

/** What stands in the locals that are told to the reconciler. */
function associatedIn({ locals = {} }: Stack & { readonly locals?: object }): Associated {
  const desired = Object.values(locals) as {
    agentStatuses?: readonly { name: string }[];
    forms?: readonly { title: string }[];
    rules?: readonly { name: string }[];
  }[];
  return {
    agentStatuses: desired.flatMap(({ agentStatuses = [] }) =>
      agentStatuses.map(({ name }) => name),
    ),
    contactLensRules: desired.flatMap(({ rules = [] }) => rules.map(({ name }) => name)),
    evaluationForms: desired.flatMap(({ forms = [] }) => forms.map(({ title }) => title)),
  };
}
