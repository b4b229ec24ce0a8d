import { expect } from "chai";

import { bulkVanityNumbersDefinition } from "../../../constructs/vanity-numbers/bulk-vanity-numbers-definition";
import type { ServiceRequest } from "../../../sandbox/gateway/http";
import { createStateMachines } from "../../../sandbox/moto/state-machines";

const forwarded = { status: 204, headers: {}, body: Buffer.alloc(0) };
const service = createStateMachines(() => Promise.resolve(forwarded));

const request = (operation: string, body: object): ServiceRequest => ({
  method: "POST",
  url: "/",
  headers: { "x-amz-target": `AWSStepFunctions.${operation}` },
  body: Buffer.from(JSON.stringify(body)),
});

const validate = async (definition: string): Promise<unknown> => {
  const { body } = await service(request("ValidateStateMachineDefinition", { definition }));
  return JSON.parse(body.toString());
};

describe("The sandbox's Step Functions", () => {
  it("find nothing wrong with the state machine of long lists", async () => {
    const definition = bulkVanityNumbersDefinition({
      functionArn: "arn:aws:lambda:us-west-2:123456789012:function:recordVanityNumberBatch",
      bucketName: "amazon-connect-kwglobal",
      folder: "vanity-numbers",
      maxConcurrency: 10,
    });
    expect(await validate(JSON.stringify(definition))).to.deep.equal({
      result: "OK",
      diagnostics: [],
    });
  });

  it("refuse a definition that is no JSON, or that starts nowhere, inner ones too", async () => {
    expect(await validate("{")).to.have.nested.property(
      "diagnostics[0].code",
      "INVALID_JSON_DESCRIPTION",
    );
    const inner = { StartAt: "B", States: { A: { Type: "Succeed" } } };
    const outer = { StartAt: "Map", States: { Map: { Type: "Map", ItemProcessor: inner } } };
    expect(await validate(JSON.stringify(outer))).to.deep.equal({
      result: "FAIL",
      diagnostics: [
        {
          severity: "ERROR",
          code: "MISSING_TRANSITION_TARGET",
          message: 'StartAt must be one of States, got "B" at /States/Map/ItemProcessor',
        },
      ],
    });
  });

  it("list no versions, since none can be published", async () => {
    const { body } = await service(request("ListStateMachineVersions", {}));
    expect(JSON.parse(body.toString())).to.deep.equal({ stateMachineVersions: [] });
  });

  it("are the emulator's in everything else", async () => {
    expect(await service(request("CreateStateMachine", {}))).to.equal(forwarded);
  });
});
