import { expect } from "chai";
import { compact, writeModel, type PublishedModel } from "../../../commands/service-model/compact";

/** A service of two operations, as botocore writes one. */
const PUBLISHED: PublishedModel = {
  operations: {
    Put: {
      input: { shape: "PutRequest" },
      errors: [{ shape: "TooMany" }, { shape: "Invalid" }],
    },
    Get: { input: { shape: "GetRequest" } },
  },
  shapes: {
    GetRequest: { type: "structure", members: { Note: { shape: "Text" } } },
    PutRequest: {
      type: "structure",
      required: ["Name"],
      members: {
        Name: { shape: "Name" },
        Note: { shape: "Text" },
        Parts: { shape: "Parts" },
        Secret: { shape: "Secret" },
        Count: { shape: "Count" },
        Labels: { shape: "Labels" },
        Flag: { shape: "Flag" },
      },
    },
    Name: { type: "string", min: 1, max: 5, pattern: "\\\\+[a-z\\_]+" },
    Text: { type: "string" },
    Parts: { type: "list", member: { shape: "Part" }, max: 2 },
    Part: { type: "structure", members: { Inner: { shape: "Parts" }, Note: { shape: "Text" } } },
    Secret: { type: "string", pattern: "/^[a-z]{8}$/", sensitive: true },
    Count: { type: "integer" },
    Labels: { type: "map", key: { shape: "Name" }, value: { shape: "Text" } },
    Flag: { type: "string", enum: ["ON", "OFF"] },
    Answer: { type: "string", max: 3 },
  },
};

describe("a compact service model", () => {
  const model = compact(PUBLISHED, "somewhere 1.0");

  it("has each operation's input and errors, in order", () => {
    expect(model.operations).to.deep.equal({
      Get: { errors: [] },
      Put: { input: "PutRequest", errors: ["Invalid", "TooMany"] },
    });
    expect(Object.keys(model.operations)).to.deep.equal(["Get", "Put"]);
  });

  it("has the shapes that limit an input, and no other", () => {
    expect(Object.keys(model.shapes)).to.deep.equal([
      "Count",
      "Flag",
      "Labels",
      "Name",
      "Part",
      "Parts",
      "PutRequest",
      "Secret",
    ]);
    expect(model.shapes.PutRequest).to.deep.equal({
      required: ["Name"],
      members: {
        Name: "Name",
        Parts: "Parts",
        Secret: "Secret",
        Count: "Count",
        Labels: "Labels",
        Flag: "Flag",
      },
    });
    expect(model.shapes.Labels).to.deep.equal({ key: "Name" });
    expect(model.shapes.Count).to.deep.equal({ whole: true });
    expect(model.shapes.Flag).to.deep.equal({ enum: ["ON", "OFF"] });
  });

  it("follows a shape that holds itself", () => {
    expect(model.shapes.Parts).to.deep.equal({ member: "Part", max: 2 });
    expect(model.shapes.Part).to.deep.equal({ members: { Inner: "Parts" } });
  });

  it("has patterns without the second escapes, and without slashes around them", () => {
    expect(model.shapes.Name?.pattern).to.equal("\\+[a-z_]+");
    expect(model.shapes.Secret).to.deep.equal({ pattern: "^[a-z]{8}$", sensitive: true });
  });

  it("is written with an operation or shape a line", () => {
    const text = writeModel(model);
    expect(JSON.parse(text)).to.deep.equal(model);
    expect(text).to.contain('\n    "Count": {"whole":true},\n');
  });
});
