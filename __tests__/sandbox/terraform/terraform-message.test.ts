import { expect } from "chai";
import { explain, readMessage, readText } from "../../../sandbox/terraform/terraform-message";

describe("what Terraform found wrong", () => {
  const error = (summary: string, detail = "", address?: string) => ({
    severity: "error" as const,
    summary,
    detail,
    ...(address !== undefined && { address }),
  });

  it("is its errors with their addresses, without warnings", () => {
    const text = explain(
      [
        { severity: "warning", summary: "Deprecated" },
        error("creating Queue", "name taken\n\ntwice", "aws_connect_queue.a"),
      ],
      "stack",
    );
    expect(text).to.equal("aws_connect_queue.a: creating Queue\n  name taken\n  twice");
  });

  it("is cut after five errors", () => {
    const many = Array.from({ length: 8 }, (_, n) => error(`fault ${n}`));
    expect(explain(many, "stack").split("\n")).to.have.length(6);
    expect(explain(many, "stack")).to.match(/and 3 more errors$/);
  });

  it("is taken out of the frames of its text output", () => {
    const text = `╷
│ Warning: something
╵
╷
│ Error: Unsupported argument
│
│   on cdk.tf.json line 3
╵
`;
    expect(readText(text, "stack")).to.equal("Unsupported argument\n  on cdk.tf.json line 3");
  });

  it("names who holds the lock, and how to release it", () => {
    const detail = `Error message: operation error S3: PutObject, StatusCode: 412, RequestID: 99, HostID: 98
Lock Info:
  ID:        3b1f0c9e-7d2c
  Path:      state/dev.tfstate
  Operation: OperationTypeApply
  Who:       caleb@laptop
  Version:   1.11.4
  Created:   2026-11-22 07:00:00 UTC
  Info:

Terraform acquires a state lock`;
    expect(explain([error("Error acquiring the state lock", detail)], "out/dev")).to.equal(
      `the state is locked by caleb@laptop (apply since 2026-11-22 07:00:00 UTC): wait until that run is done
if it is dead, release its lock: terraform -chdir=out/dev force-unlock 3b1f0c9e-7d2c
and before the next apply: npm run adopt, since what it made last isn't noted anywhere`,
    );
  });

  it("is read line by line; other lines are passed over", () => {
    expect(readMessage('{"type":"version","@message":"Terraform"}')?.type).to.equal("version");
    expect(readMessage("Releasing state lock")).to.equal(undefined);
    expect(readMessage("{broken")).to.equal(undefined);
  });
});
