import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { requires } from "../support/requirements";

const TEMPLATE = `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Center:
    Type: AWS::Connect::Instance
    Properties:
      IdentityManagementType: CONNECT_MANAGED
      InstanceAlias: made-by-cloudformation
      Attributes: { InboundCalls: true, OutboundCalls: true }
Outputs:
  Arn: { Value: !GetAtt Center.Arn }
`;

describe("CloudFormation, which the sandbox does not play", function () {
  this.timeout(120_000);
  requires("moto_server", "aws");

  const directory = mkdtempSync(join(tmpdir(), "sandbox-"));
  const template = join(directory, "template.yaml");
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox({ port: 0, directory });
    writeFileSync(template, TEMPLATE);
  });

  after(async () => {
    await sandbox.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  for (const command of ["create-stack", "describe-stacks", "delete-stack"]) {
    it(`says to the AWS CLI's ${command} that it isn't there`, async () => {
      const { exitCode, stderr, stdout } = await execa(
        "aws",
        [
          ...["cloudformation", command, "--stack-name", "center"],
          ...(command === "create-stack" ? ["--template-body", `file://${template}`] : []),
        ],
        {
          env: sandboxEnvironment(process.env, sandbox.endpoint, "us-west-2"),
          extendEnv: false,
          reject: false,
        },
      );
      expect(exitCode).not.to.equal(0);
      expect(stdout).to.equal("");
      expect(stderr).to.match(
        /An error occurred \(UnknownOperationException\) when calling the \w+ operation: the sandbox has no service "cloudformation": it plays budgets, connect, dynamodb/,
      );
    });
  }
});
