import { join } from "node:path";

import { expect } from "chai";

import { InvalidContactCenterError } from "../../../constructs/validation/fault";
import { KWGLOBAL } from "../../../kwglobal";
import { expectSnapshot } from "../../support/snapshot";
import { type Attributes, synthesize } from "../../support/synthesized";

const withBulk = (bulk: { folder: string; maxConcurrency: number }) =>
  synthesize({ vanityNumbers: { ...KWGLOBAL.vanityNumbers, bulk } });

/** The fields of the States Language's Distributed Map, by the page in the definition's docstring. */
const MAP_FIELDS = [
  "Type",
  "ItemReader",
  "ItemBatcher",
  "MaxConcurrency",
  "ToleratedFailurePercentage",
  "ItemProcessor",
  "ResultWriter",
  "End",
];

describe("Vanity numbers of long lists", () => {
  it("are off unless the value says so", () => {
    expect(Object.keys(synthesize().resources("aws_sfn_state_machine"))).to.deep.equal([]);
  });

  const center = withBulk({ folder: "vanity-numbers", maxConcurrency: 10 });

  it("are made by the state machine, function and roles as reviewed", () => {
    const read = (attributes: Attributes): Attributes =>
      Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => {
          if (["definition", "policy", "assume_role_policy"].includes(key))
            return [key, JSON.parse(String(value)) as unknown];
          return [key, ["source_code_hash", "filename"].includes(key) ? "<bundle>" : value];
        }),
      );
    const own = center.addresses().filter((address) => address.includes(".bulk_vanity_numbers"));
    const reviewed = Object.fromEntries(
      own.map((address) => [address, read(center.resource(address))]),
    );
    expectSnapshot(reviewed, join(__dirname, "snapshots", "bulk-vanity-numbers.json"));
  });

  it("run by a definition in which each state is reached and each field is known", () => {
    const [machine] = Object.values(center.resources("aws_sfn_state_machine"));
    const definition = JSON.parse(String(machine?.definition)) as {
      StartAt: string;
      States: Record<string, Attributes & { ItemProcessor: typeof definition }>;
    };
    const map = definition.States[definition.StartAt];
    expect(Object.keys(definition.States)).to.deep.equal([definition.StartAt]);
    expect(MAP_FIELDS).to.include.members(Object.keys(map ?? {}));
    const { StartAt, States } = map?.ItemProcessor ?? definition;
    expect(Object.keys(States)).to.deep.equal([StartAt]);
    expect(States[StartAt]).to.include({ Type: "Task", End: true });
  });

  it("have code of their own, not that of the function for single numbers", () => {
    const functions = center.resources("aws_lambda_function");
    const hashes = Object.values(functions).map(({ source_code_hash: hash }) => hash);
    expect(functions).to.have.property("bulk_vanity_numbers_function");
    expect(functions.bulk_vanity_numbers_function?.source_code_hash).to.not.equal(
      functions.vanity_numbers_function?.source_code_hash,
    );
    expect(functions.bulk_vanity_numbers_function?.filename).to.not.equal(
      functions.vanity_numbers_function?.filename,
    );
    expect(hashes).to.not.include(undefined);
  });

  it("refuse a folder outside of the bucket and more batches than an account runs", () => {
    expect(() => withBulk({ folder: "../x", maxConcurrency: 5000 })).to.throw(
      InvalidContactCenterError,
      /folder must be names .* got "\.\.\/x"\n.*maxConcurrency must be a whole number from 1 to 1000, got 5000/,
    );
  });
});
