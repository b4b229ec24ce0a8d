import { expect } from "chai";
import { OPERATIONS } from "../../../../sandbox/connect/protocol/model";
import { createRouter } from "../../../../sandbox/connect/protocol/router";

describe("the router", () => {
  const route = createRouter(OPERATIONS);

  it("leads the path of every operation of the model to that operation", () => {
    for (const { name, method, path } of OPERATIONS) {
      const labels: Record<string, string> = {};
      const sent = path.replace(/\{(\w+)\}/g, (_, label: string) => {
        labels[label] = `an%2Fid%20of%20${label}`;
        return labels[label];
      });
      const found = route(method, sent);
      expect(found?.operation.name, `${method} ${path}`).to.equal(name);
      expect(found?.labels).to.deep.equal(labels);
    }
  });

  it("tells operations on one path apart by their method", () => {
    expect(route("GET", "/queues/i/q")?.operation.name).to.equal("DescribeQueue");
    expect(route("DELETE", "/queues/i/q")?.operation.name).to.equal("DeleteQueue");
    expect(route("PATCH", "/queues/i/q")).to.equal(undefined);
  });

  it("prefers the more literal path, whatever their order", () => {
    const [operation] = OPERATIONS;
    if (operation === undefined) throw new Error("the model has no operations");
    const labelled = { ...operation, method: "GET", path: "/number/{Id}" };
    const literal = { ...operation, method: "GET", path: "/number/list" };
    for (const operations of [
      [labelled, literal],
      [literal, labelled],
    ]) {
      const find = createRouter(operations);
      expect(find("GET", "/number/list")?.operation).to.equal(literal);
      expect(find("GET", "/number/5")).to.deep.include({
        operation: labelled,
        labels: { Id: "5" },
      });
    }
  });

  it("leaves a label that is not percent-encoded to whoever reads it", () => {
    expect(route("GET", "/instance/%zz")?.labels).to.deep.equal({ InstanceId: "%zz" });
  });

  it("knows no path with more or fewer segments", () => {
    expect(route("GET", "/queues")).to.equal(undefined);
    expect(route("GET", "/queues/i/q/x/y")).to.equal(undefined);
  });
});
