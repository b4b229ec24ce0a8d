import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { OperatorError } from "../../../sandbox/machine/errors";
import type { LambdaFunction } from "../../../sandbox/lambda/lambda-function";
import { LambdaRunner } from "../../../sandbox/lambda/lambda-runner";

describe("the Lambda runner", () => {
  const runner = new LambdaRunner(() => "http://127.0.0.1:4566");
  let requests = 0;

  after(() => runner.stop());

  const deploy = (files: Record<string, string>, settings: Partial<LambdaFunction> = {}) => {
    const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
    // A zip holds the time, in steps of two seconds: another one would be other code.
    const zip = zipSync(Object.fromEntries(entries), { mtime: new Date(2026, 0) });
    const lambda: LambdaFunction = {
      name: "greet",
      arn: "arn:aws:lambda:us-west-2:123456789012:function:greet",
      version: "$LATEST",
      region: "us-west-2",
      runtime: "nodejs22.x",
      handler: "index.handler",
      timeout: 3,
      memorySize: 128,
      environment: {},
      logGroup: "/aws/lambda/greet",
      logFormat: "Text",
      codeSha256: createHash("sha256").update(zip).digest("base64"),
      ...settings,
    };
    return { lambda, zip };
  };

  const invoke = async (
    files: Record<string, string>,
    settings: Partial<LambdaFunction> = {},
    event: unknown = {},
  ) => {
    const { lambda, zip } = deploy(files, settings);
    requests += 1;
    const outcome = await runner.invoke(lambda, zip, {
      payload: JSON.stringify(event),
      requestId: `request-${requests}`,
      invokedArn: lambda.arn,
    });
    return { ...outcome, value: JSON.parse(outcome.payload) as unknown };
  };

  describe("runs the zip's own code", () => {
    it("as CommonJS", async () => {
      const files = { "index.js": `exports.handler = async (event) => ({ hello: event.name })` };
      const { value, failed } = await invoke(files, {}, { name: "Mary" });
      expect([failed, value]).to.deep.equal([false, { hello: "Mary" }]);
    });

    it("as an ES module", async () => {
      const files = {
        "index.mjs": `export const handler = async () => import.meta.url.length > 0`,
      };
      expect((await invoke(files)).value).to.equal(true);
    });

    it("from a folder of the zip, with files beside it", async () => {
      const files = {
        "src/app.js": `exports.api = { run: async () => require("./words.json") }`,
        "src/words.json": `["flowers"]`,
      };
      expect((await invoke(files, { handler: "src/app.api.run" })).value).to.deep.equal([
        "flowers",
      ]);
    });

    it("written with a callback", async () => {
      const files = {
        "index.js": `exports.handler = (e, c, done) => setTimeout(done, 5, null, 7)`,
      };
      expect((await invoke(files)).value).to.equal(7);
    });

    it("with the AWS SDK of the runtime, and nothing else of this machine's packages", async () => {
      const files = {
        "index.js": `exports.handler = async () => {
          const found = (name) => { try { return !!require(name); } catch { return false; } };
          return [found("@aws-sdk/client-dynamodb"), found("mocha"), found("cdktf")];
        }`,
      };
      expect((await invoke(files)).value).to.deep.equal([true, false, false]);
    });
  });

  describe("gives it Lambda's environment", () => {
    const files = {
      "index.js": `exports.handler = async (event, context) => ({
        env: process.env, context, left: context.getRemainingTimeInMillis() })`,
    };

    it("its own variables, the sandbox as endpoint, and none of this machine's", async () => {
      process.env.SECRET_OF_THIS_MACHINE = "x";
      const { value } = await invoke(files, { environment: { TABLE: "numbers" } });
      delete process.env.SECRET_OF_THIS_MACHINE;
      const { env } = value as { env: Record<string, string> };
      expect(env).to.include({
        TABLE: "numbers",
        AWS_REGION: "us-west-2",
        AWS_LAMBDA_FUNCTION_NAME: "greet",
        AWS_ENDPOINT_URL: "http://127.0.0.1:4566",
        AWS_ACCESS_KEY_ID: "lambda-greet",
      });
      expect(env).not.to.have.property("SECRET_OF_THIS_MACHINE");
      expect(env).not.to.have.property("HOME");
    });

    it("a context", async () => {
      const { value } = await invoke(files);
      const { context, left } = value as { context: object; left: number };
      expect(context).to.include({
        functionName: "greet",
        functionVersion: "$LATEST",
        invokedFunctionArn: "arn:aws:lambda:us-west-2:123456789012:function:greet",
        awsRequestId: `request-${requests}`,
        memoryLimitInMB: "128",
      });
      expect(left).to.be.within(1, 3000);
    });
  });

  describe("reports an error as Lambda does", () => {
    const failure = async (
      code: string,
      settings: Partial<LambdaFunction> = {},
      file = "index.js",
    ) => {
      const { failed, value } = await invoke({ [file]: code }, settings);
      expect(failed).to.equal(true);
      return value as { errorType: string; errorMessage: string; trace?: string[] };
    };

    it("that the handler throws, with its type, message and trace", async () => {
      const error = await failure(
        `exports.handler = async () => { throw new RangeError("no key") }`,
      );
      expect(error).to.include({ errorType: "RangeError", errorMessage: "no key" });
      expect(error.trace?.[0]).to.equal("RangeError: no key");
    });

    it("when the time limit passes, even in a loop that never ends", async () => {
      const error = await failure(`exports.handler = async () => { for (;;); }`, { timeout: 1 });
      expect(error.errorMessage).to.match(/Task timed out after 1\.00 seconds$/);
    });

    it("when the process ends", async () => {
      const error = await failure(`exports.handler = async () => process.exit(3)`);
      expect(error.errorType).to.equal("Runtime.ExitError");
      expect(error.errorMessage).to.contain("exit status 3");
    });

    it("when nobody catches a rejection", async () => {
      const code = `exports.handler = () => new Promise(() => { Promise.reject(new Error("lost")) })`;
      expect(await failure(code)).to.include({
        errorType: "Runtime.UnhandledPromiseRejection",
        errorMessage: "lost",
      });
    });

    it("when there is no such file", async () => {
      const error = await failure(`exports.handler = 1`, {}, "other.js");
      expect(error).to.include({
        errorType: "Runtime.ImportModuleError",
        errorMessage: "Error: Cannot find module 'index'",
      });
    });

    it("when the file has no such export", async () => {
      expect(await failure(`exports.other = 1`)).to.include({
        errorType: "Runtime.HandlerNotFound",
        errorMessage: "index.handler is undefined or not exported",
      });
    });

    it("when a package is missing from the bundle", async () => {
      const error = await failure(`require("left-pad"); exports.handler = async () => 1`);
      expect(error.errorType).to.equal("Runtime.ImportModuleError");
      expect(error.errorMessage).to.contain("left-pad");
    });

    it("when the result is over 6 MB", async () => {
      const error = await failure(`exports.handler = async () => "x".repeat(7e6)`);
      expect(error.errorType).to.equal("Function.ResponseSizeTooLarge");
    });
  });

  describe("keeps environments as Lambda does", () => {
    const files = {
      "index.js": `let count = 0; const born = process.hrtime.bigint().toString();
        exports.handler = async (event) => {
          if (event.wait) await new Promise((resolve) => setTimeout(resolve, event.wait));
          if (event.die) process.exit(1);
          return { count: ++count, born };
        }`,
    };
    interface Life {
      count: number;
      born: string;
    }
    const life = async (settings: Partial<LambdaFunction> = {}, event: object = {}) =>
      (await invoke(files, settings, event)).value as Life;

    it("a warm one is used again", async () => {
      const first = await life({ name: "warm", arn: "arn:warm" });
      const second = await life({ name: "warm", arn: "arn:warm" });
      expect(second).to.deep.equal({ count: 2, born: first.born });
    });

    it("a busy one gets a sibling", async () => {
      const both = [{ wait: 300 }, { wait: 300 }].map((event) => life({ arn: "arn:busy" }, event));
      const [first, second] = await Promise.all(both);
      expect(first?.born).not.to.equal(second?.born);
    });

    it("a new configuration starts afresh", async () => {
      const first = await life({ arn: "arn:changed" });
      const second = await life({ arn: "arn:changed", environment: { STAGE: "two" } });
      expect(second.count).to.equal(1);
      expect(second.born).not.to.equal(first.born);
    });

    it("a dead one is replaced", async () => {
      await life({ arn: "arn:dead" }, { die: true });
      expect((await life({ arn: "arn:dead" })).count).to.equal(1);
    });
  });

  it("keeps what each invocation wrote, between Lambda's own lines", async () => {
    const files = {
      "index.js": `exports.handler = async () => { console.log("one"); console.error("two") }`,
    };
    const { log, value } = await invoke(files, { arn: "arn:log" });
    expect(value).to.equal(null);
    expect(log).to.match(
      /^START RequestId: \S+ Version: \$LATEST\none\ntwo\nEND RequestId: \S+\nREPORT /,
    );
    expect(runner.logsOf("arn:log")).to.deep.equal([log]);
  });

  it("keeps warnings, but for that of the SDK on this machine's Node.js", async () => {
    const files = {
      "index.js": `const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
        exports.handler = async () => {
          new DynamoDBClient({}).destroy();
          process.emitWarning("of the function");
          await new Promise((resolve) => setTimeout(resolve, 5));
        }`,
    };
    const { log } = await invoke(files);
    expect(log).to.include("Warning: of the function").and.not.include("NodeVersionSupport");
  });

  it("refuses a zip whose paths leave it, and writes nothing", async () => {
    const error: unknown = await invoke({ "../../escaped.txt": "x" }).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(OperatorError);
    expect(String(error)).to.contain("must stay inside it").and.contain("escaped.txt");
    expect(existsSync(join(tmpdir(), "escaped.txt"))).to.equal(false);
  });

  it("refuses what is no zip", async () => {
    const { lambda } = deploy({ "index.js": "" });
    const running = runner.invoke({ ...lambda, codeSha256: "broken" }, strToU8("hello"), {
      payload: "{}",
      requestId: "x",
      invokedArn: lambda.arn,
    });
    const error: unknown = await running.catch((reason: unknown) => reason);
    expect(String(error)).to.contain("a function's code must be a zip file");
  });
});
