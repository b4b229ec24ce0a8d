import { expect } from "chai";
import { instanceNames } from "../../../constructs/value/instance-names";
import { KWGLOBAL } from "../../../kwglobal";
import { DEV, PROD, synthesize } from "../../support/synthesized";

describe("The names that follow from the instance's alias", () => {
  it("are those of KWGlobal's center", () => {
    expect(instanceNames(KWGLOBAL, { suffix: "" })).to.deep.equal({
      alias: "KWGlobal",
      name: "kwglobal",
      flowLogGroup: "/aws/connect/KWGlobal",
      storagePrefix: "connect/KWGlobal",
    });
  });

  for (const environment of [PROD, DEV])
    it(`are what is synthesized for ${environment.name}: alias, flow logs, recordings`, () => {
      const names = instanceNames(KWGLOBAL, environment);
      const center = synthesize({}, environment);
      const [instance, logs] = [
        center.resource("aws_connect_instance.instance"),
        center.resource("aws_cloudwatch_log_group.instance_flow_logs"),
      ];
      expect(instance.instance_alias).to.equal(names.alias);
      expect(logs.name).to.equal(names.flowLogGroup);
      expect(JSON.stringify(center.json)).to.contain(`"bucket_prefix":"${names.storagePrefix}/`);
    });
});
