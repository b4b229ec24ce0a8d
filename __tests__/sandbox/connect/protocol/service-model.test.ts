import * as sdk from "@aws-sdk/client-connect";
import type { NormalizedSchema } from "@smithy/core/schema";
import type { StaticStructureSchema } from "@smithy/types";
import { expect } from "chai";
import { createConnect, type Connect } from "../../../../sandbox/connect/connect";
import {
  brokenLimit,
  inputLimits,
  limitsOf,
  SERVICE_MODEL,
  type Limits,
} from "../../../../sandbox/connect/protocol/limits";
import { OPERATIONS, type OperationModel } from "../../../../sandbox/connect/protocol/model";

/** A member of an input, however deep: its limits, and how to put a value there. */
interface Spot {
  readonly path: string;
  readonly schema: NormalizedSchema;
  readonly limits: Limits;
  readonly put: (value: unknown) => Record<string, unknown>;
}

/** Every limited member of an operation's input; a shape inside itself is followed once. */
function spotsOf({ name, input }: OperationModel): Spot[] {
  const spots: Spot[] = [];
  const visit = (
    schema: NormalizedSchema,
    shape: string | undefined,
    path: string,
    put: Spot["put"],
    above: readonly string[],
  ): void => {
    const limits = limitsOf(shape);
    if (shape === undefined || limits === undefined || above.includes(shape)) return;
    if (path !== "") spots.push({ path, schema, limits, put });
    const within = [...above, shape];
    if (schema.isStructSchema())
      for (const [member, inner] of schema.structIterator())
        visit(
          inner,
          limits.members?.[member],
          path === "" ? member : `${path}.${member}`,
          (value) => put({ [member]: value }),
          within,
        );
    else if (schema.isListSchema())
      visit(schema.getValueSchema(), limits.member, `${path}.0`, (v) => put([v]), within);
    else if (schema.isMapSchema())
      visit(schema.getValueSchema(), limits.value, `${path}.k`, (v) => put({ k: v }), within);
  };
  const root = SERVICE_MODEL.operations[name]?.input;
  visit(input, root, "", (value) => value as Record<string, unknown>, []);
  return spots;
}

const fill = (schema: NormalizedSchema, count: number): unknown => {
  if (schema.isListSchema()) return Array.from({ length: count }, () => "x");
  if (schema.isMapSchema())
    return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, "x"]));
  return schema.isNumericSchema() ? count : "x".repeat(count);
};

/** Values that break one limit each. Sizes that no request could hold are left out. */
function violationsOf({ schema, limits }: Spot): [limit: string, value: unknown][] {
  const { min, max } = limits;
  const label = schema.getMergedTraits().httpLabel === 1;
  const numeric = schema.isNumericSchema();
  const broken: [string, unknown][] = [];
  if (min !== undefined && (numeric || min > (label ? 1 : 0)))
    broken.push(["min", fill(schema, min - 1)]);
  if (max !== undefined && (numeric ? Number.isSafeInteger(max) : max < 100_000))
    broken.push(["max", fill(schema, max + 1)]);
  if (limits.enum !== undefined) broken.push(["enum", "NO_SUCH_VALUE"]);
  if (limits.whole === true) broken.push(["whole", (min ?? 0) + 0.5]);
  if (limits.pattern !== undefined) {
    const misfit = ["~ !\u0007", "", "\u0007".repeat(max ?? 8)].find(
      (text) => brokenLimit(text, { pattern: limits.pattern ?? "" }) !== undefined,
    );
    if (misfit !== undefined && !(label && misfit === "")) broken.push(["pattern", misfit]);
  }
  return broken;
}

/** Sends an input as it is, without the checks that an SDK makes. */
async function send(
  connect: Connect,
  { method, path, input }: OperationModel,
  members: Record<string, unknown>,
): Promise<{ status: number; type: string | undefined; message: string }> {
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  const headers: Record<string, string> = {};
  let url = path;
  for (const [member, schema] of input.structIterator()) {
    const { httpLabel, httpQuery, httpHeader } = schema.getMergedTraits();
    const value = members[member];
    if (httpLabel) {
      const text = typeof value === "string" ? value : "x";
      url = url.replace(`{${member}}`, encodeURIComponent(text));
    } else if (value === undefined) continue;
    else if (httpQuery) for (const one of [value].flat()) query.append(httpQuery, one as string);
    else if (httpHeader) headers[httpHeader] = value as string;
    else body[member] = value;
  }
  const answer = await connect.handle({
    method,
    url: `${url}?${query.toString()}`,
    headers,
    body: Buffer.from(JSON.stringify(body)),
  });
  const { Message = "" } = JSON.parse(answer.body.toString()) as { Message?: string };
  return { status: answer.status, type: answer.headers["x-amzn-errortype"], message: Message };
}

describe("the service model", () => {
  const connect = createConnect({ accountId: "123456789012", region: "us-east-1" });
  const operations = OPERATIONS.map((operation) => [operation.name, operation] as const);

  it("has the operations that the pinned SDK has, and says where it is from", () => {
    expect(Object.keys(SERVICE_MODEL.operations)).to.have.members(operations.map(([name]) => name));
    expect(SERVICE_MODEL.source).to.match(/^botocore \d+\.\d+\.\d+, .*Apache-2\.0$/);
  });

  it("demands the members that the SDK's schemas demand, and the tokens that clients make up", () => {
    for (const [name, { input }] of operations) {
      const [, , , , members = [], , count = 0] =
        input.getSchema() as Partial<StaticStructureSchema>;
      const demanded = inputLimits(name)?.required ?? [];
      expect(demanded, name).to.include.members(members.slice(0, count));
      for (const more of demanded.filter((member) => !members.slice(0, count).includes(member)))
        expect(input.getMemberSchema(more).getMergedTraits().idempotencyToken, name).to.equal(1);
    }
  });

  it("knows no exception that the SDK doesn't", () => {
    const known = Object.keys(sdk);
    for (const [name, { errors }] of Object.entries(SERVICE_MODEL.operations))
      expect(known, name).to.include.members(errors);
  });

  it("has patterns that JavaScript reads", () => {
    for (const [name, { pattern }] of Object.entries(SERVICE_MODEL.shapes))
      if (pattern !== undefined) expect(() => new RegExp(pattern, "su"), name).not.to.throw();
  });

  describe("is enforced for every operation, with errors that it has:", () => {
    const own = (name: string) => SERVICE_MODEL.operations[name]?.errors ?? [];

    it("required members", async () => {
      let tried = 0;
      for (const [name, operation] of operations)
        for (const [member, schema] of operation.input.structIterator()) {
          if (inputLimits(name)?.required?.includes(member) !== true) continue;
          if (schema.getMergedTraits().httpLabel === 1) continue;
          const { status, type, message } = await send(connect, operation, {});
          expect(message, name).to.contain(`${member} is required by ${name}`);
          expect(own(name), name).to.include(type);
          expect(status, name).to.be.within(400, 499);
          tried++;
        }
      expect(tried).to.be.above(300);
    });

    for (const limit of ["min", "max", "enum", "pattern", "whole"])
      it(limit, async () => {
        let tried = 0;
        for (const [name, operation] of operations)
          for (const spot of spotsOf(operation))
            for (const [kind, value] of violationsOf(spot)) {
              if (kind !== limit) continue;
              const { status, type, message } = await send(connect, operation, spot.put(value));
              expect(message, `${name} ${spot.path}`).to.match(
                new RegExp(`(^|; )${spot.path} (must|is required)`),
              );
              expect(own(name), `${name} ${spot.path}`).to.include(type);
              expect(status).to.be.within(400, 499);
              tried++;
            }
        expect(tried).to.be.above(limit === "whole" ? 50 : 200);
      });
  });

  it("tells all faults of a request at once", async () => {
    const create = OPERATIONS.find(({ name }) => name === "CreateQueue");
    if (create === undefined) throw new Error("no CreateQueue");
    const { message } = await send(connect, create, { Name: "", MaxContacts: -1, Tags: {} });
    expect(message.split("; ")).to.deep.equal([
      "HoursOfOperationId is required by CreateQueue",
      'Name must include at least 1 characters, got ""',
      "MaxContacts must be a whole number of at least 0, got -1",
      "Tags must include at least 1 entries",
    ]);
  });

  it("never quotes what is sensitive", async () => {
    const create = OPERATIONS.find(({ name }) => name === "CreateUser");
    if (create === undefined) throw new Error("no CreateUser");
    for (const Password of ["hunter2", 1234567])
      expect((await send(connect, create, { Password })).message)
        .to.contain("Password must")
        .and.not.contain(String(Password));
  });
});
