import { expect } from "chai";

import { bulkVanityNumbersDefinition } from "../../../constructs/vanity-numbers/bulk-vanity-numbers-definition";
import { readDistributedMap } from "../../../sandbox/step-functions/distributed-map";

const DEFINITION = JSON.stringify(
  bulkVanityNumbersDefinition({
    functionArn: "arn:aws:lambda:us-west-2:123456789012:function:batch",
    bucketName: "lists",
    folder: "vanity",
    maxConcurrency: 10,
  }),
);

/** The deployed definition with one text in it replaced. */
function faultsOf(from: string, to: string): readonly string[] {
  expect(DEFINITION).to.contain(from);
  const read = readDistributedMap(DEFINITION.replace(from, () => to));
  return "faults" in read ? read.faults : [];
}

describe("The definition of a Distributed Map", () => {
  it("is known as the vanity lists have it", () => {
    const read = readDistributedMap(DEFINITION);
    if ("faults" in read) throw new Error(read.faults.join("\n"));
    const { map } = read;
    expect(map).to.deep.include({ label: "Eachbatch", maxConcurrency: 10, toleratedFailures: 0 });
    expect(map.batcher).to.deep.equal({ items: 100 });
    expect(map.list({ list: "it's.csv" })).to.deep.equal({
      bucket: "lists",
      key: "vanity/lists/it's.csv",
    });
    expect(map.results({})).to.deep.equal({ bucket: "lists", key: "vanity/results" });
    expect(map.task.retriers).to.deep.equal([
      {
        errors: ["States.ALL"],
        interval: 2,
        backoff: 2,
        maxAttempts: 6,
        maxDelay: 60,
        jitter: "FULL",
      },
    ]);
  });

  it("says what the input lacks, in AWS's words", () => {
    const read = readDistributedMap(DEFINITION);
    expect(() => "map" in read && read.map.list({}))
      .to.throw("The JsonPath argument for the field '$.list' could not be found in the input '{}'")
      .with.property("error", "States.Runtime");
  });

  const map = "/States/Each batch";
  const task = `${map}/ItemProcessor/States/Record`;
  for (const [from, to, fault] of [
    [
      '"MaxConcurrency"',
      '"ItemSelector":{},"MaxConcurrency"',
      `${map}/ItemSelector is not played by the sandbox, which knows`,
    ],
    ['"Type":"Map"', '"Type":"Pass"', `${map}/Type must be "Map" in the sandbox, got "Pass"`],
    [
      '"DISTRIBUTED"',
      '"INLINE"',
      `${map}/ItemProcessor/ProcessorConfig/Mode must be "DISTRIBUTED" in the sandbox, got "INLINE"`,
    ],
    [
      '"STANDARD"',
      '"EXPRESS"',
      `${map}/ItemProcessor/ProcessorConfig/ExecutionType must be "STANDARD"`,
    ],
    [
      '"CSV"',
      '"JSON"',
      `${map}/ItemReader/ReaderConfig/InputType must be "CSV" in the sandbox, got "JSON"`,
    ],
    [
      '"CSVHeaderLocation"',
      '"MaxItems":5,"CSVHeaderLocation"',
      `${map}/ItemReader/ReaderConfig/MaxItems is not played`,
    ],
    [
      '$.list)"',
      `$.list)","VersionId":"1"`,
      `${map}/ItemReader/Parameters/VersionId is not played`,
    ],
    [
      "$.list)",
      "$$.Execution.Id)",
      `${map}/ItemReader/Parameters/Key.$ must be a path such as $.a.b, or States.Format`,
    ],
    ["lists/{}'", "lists/{}{}'", `${map}/ItemReader/Parameters/Key.$ must be`],
    [
      '"MaxItemsPerBatch":100',
      '"MaxItemsPerBatch":0',
      `${map}/ItemBatcher/MaxItemsPerBatch must be a number of at least 1, got 0`,
    ],
    [
      '"MaxItemsPerBatch":100',
      '"MaxInputBytesPerBatch":9',
      `${map}/ItemBatcher/MaxInputBytesPerBatch is not played`,
    ],
    [
      '"ToleratedFailurePercentage":0',
      '"ToleratedFailurePercentage":101',
      `${map}/ToleratedFailurePercentage must be a number from 0 to 100, got 101`,
    ],
    ['"Type":"Task"', '"Type":"Task","Catch":[]', `${task}/Catch is not played`],
    [
      "lambda:invoke",
      "lambda:invoke.waitForTaskToken",
      `${task}/Resource must be "arn:aws:states:::lambda:invoke"`,
    ],
    ['"$.Payload"', '"$.StatusCode"', `${task}/OutputPath must be "$.Payload"`],
    [
      '"IntervalSeconds":2',
      '"IntervalSeconds":-1',
      `${task}/Retry/0/IntervalSeconds must be a number of at least 1, got -1`,
    ],
    ['["States.ALL"]', "[]", `${task}/Retry/0/ErrorEquals must be a list of texts, got []`],
    [
      "s3:putObject",
      "s3:copyObject",
      `${map}/ResultWriter/Resource must be "arn:aws:states:::s3:putObject"`,
    ],
    ['"Prefix"', '"Comment":"","Prefix"', `${map}/ResultWriter/Parameters/Comment is not played`],
    ['{"MaxItemsPerBatch":100}', "null", `${map}/ItemBatcher must be an object, got null`],
    ['"Prefix"', '"Folder"', `${map}/ResultWriter/Parameters/Prefix is missing`],
    [
      '"States":{"Each',
      '"TimeoutSeconds":9,"States":{"Each',
      "/TimeoutSeconds is not played by the sandbox",
    ],
    [
      '"StartAt":"Record"',
      '"StartAt":"Other"',
      `${map}/ItemProcessor/StartAt must be "Record", got "Other"`,
    ],
  ] as const)
    it(`is refused with ${to.slice(0, 50)}`, () => {
      expect(faultsOf(from, to).join("\n")).to.contain(fault);
    });

  it("is refused with a second state, and without its parts", () => {
    const read = (definition: object) => readDistributedMap(JSON.stringify(definition));
    const two = { StartAt: "A", States: { A: { Type: "Pass", End: true }, B: {} } };
    expect(read(two)).to.deep.equal({
      faults: [
        "/States must be one state in the sandbox, got 2",
        '/States/A/Type must be "Map" in the sandbox, got "Pass"',
      ],
    });
    const bare = read({ StartAt: "A", States: { A: { Type: "Map" } } });
    expect(bare)
      .to.have.property("faults")
      .that.includes("/States/A/ItemReader is missing, and the sandbox needs it");
    for (const odd of [
      {},
      { States: [] },
      { StartAt: 1, States: { A: null } },
      {
        States: {
          A: {
            Type: "Map",
            ItemReader: [],
            ItemProcessor: 3,
            ResultWriter: { Parameters: 1 },
            ItemBatcher: null,
          },
        },
      },
    ])
      expect(read(odd)).to.have.property("faults").that.has.length.above(0);
  });
});
