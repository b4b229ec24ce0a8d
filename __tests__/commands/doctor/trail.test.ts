import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { expect } from "chai";

import { trail, trailIn } from "../../../commands/doctor/checks/trail";
import { examine } from "../../../commands/doctor/finding";
import { Missing } from "../../../sandbox/machine/errors";
import { setVariables } from "../../support/hostile-environment";
import { localServer } from "../../support/releases-server";

/** A trail as CloudTrail tells of it. */
interface Told {
  readonly logging?: boolean;
  readonly selectors: object;
}

const management = { IncludeManagementEvents: true, ReadWriteType: "All" };
const basic = (selector: object) => ({ EventSelectors: [{ ...management, ...selector }] });
const advanced = (...fields: readonly object[]) => ({
  AdvancedEventSelectors: [
    { FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }, ...fields] },
  ],
});

/** What the check says where these trails are, or what is missing. */
async function found(trails: Readonly<Record<string, Told>>, status = 200): Promise<string> {
  const { url, stop } = await localServer((request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".").at(-1);
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const input = JSON.parse(body) as { Name?: string; TrailName?: string };
      const of = trails[(input.Name ?? input.TrailName ?? "").replace("arn:", "")];
      const answers: Readonly<Record<string, object>> = {
        DescribeTrails: {
          trailList: Object.keys(trails).map((Name) => ({ Name, TrailARN: `arn:${Name}` })),
        },
        GetTrailStatus: { IsLogging: of?.logging ?? true },
        GetEventSelectors: of?.selectors ?? {},
      };
      const refused = { __type: "AccessDeniedException", message: "not authorized" };
      response
        .writeHead(status, { "content-type": "application/x-amz-json-1.1" })
        .end(JSON.stringify(status === 200 ? answers[operation ?? ""] : refused));
    });
  });
  const credentials = { accessKeyId: "x", secretAccessKey: "x" };
  const client = new CloudTrailClient({
    region: "us-west-2",
    endpoint: url,
    credentials,
    maxAttempts: 1,
  });
  try {
    return await trailIn(client, "us-west-2");
  } catch (error) {
    if (error instanceof Missing) return `missing: ${error.lacks}`;
    throw error;
  } finally {
    await stop();
  }
}

describe("the check of CloudTrail", () => {
  const untold = "missing: nobody would be told that an identity was changed or a key disabled: ";

  it("finds a trail that logs management events, however it says so", async () => {
    expect(await found({ all: { selectors: basic({}) } })).to.equal("all logs in us-west-2");
    expect(await found({ writes: { selectors: basic({ ReadWriteType: "WriteOnly" }) } })).to.match(
      /^writes logs/,
    );
    expect(await found({ new: { selectors: advanced() } })).to.match(/^new logs/);
    const writing = { Field: "readOnly", Equals: ["false"] };
    expect(await found({ new: { selectors: advanced(writing) } })).to.match(/^new logs/);
  });

  it("goes on to the next where one doesn't", async () => {
    const trails = { old: { logging: false, selectors: basic({}) }, all: { selectors: basic({}) } };
    expect(await found(trails)).to.equal("all logs in us-west-2");
  });

  it("says what each lacks, and that there is none", async () => {
    expect(await found({})).to.equal(`${untold}no trail logs in us-west-2`);
    const lacks: readonly object[] = [
      basic({ IncludeManagementEvents: false }),
      basic({ ReadWriteType: "ReadOnly" }),
      basic({ ExcludeManagementEventSources: ["kms.amazonaws.com"] }),
      advanced({ Field: "eventSource", NotEquals: ["kms.amazonaws.com"] }),
      advanced({ Field: "readOnly", Equals: ["true"] }),
      {
        AdvancedEventSelectors: [
          { FieldSelectors: [{ Field: "eventCategory", Equals: ["Data"] }] },
        ],
      },
      {},
    ];
    for (const selectors of lacks) {
      expect(await found({ objects: { selectors } })).to.equal(
        `${untold}objects leaves out management events, or KMS's`,
      );
    }
    expect(await found({ old: { logging: false, selectors: basic({}) } })).to.equal(
      `${untold}old is stopped`,
    );
  });

  it("says that it can't tell, in AWS's words", async () => {
    expect(await found({}, 400)).to.equal(
      "missing: CloudTrail doesn't tell which trails there are (not authorized)",
    );
  });

  it("asks for none where nobody is told, nor in a sandbox", async () => {
    const of = async (alarmEmails: readonly string[], endpoint: string) => {
      const restore = setVariables({ AWS_ENDPOINT_URL: endpoint });
      try {
        return (await examine([trail([{ name: "e", region: "us-west-2", alarmEmails }])]))[0];
      } finally {
        restore();
      }
    };
    expect(await of([], "")).to.include({ ok: true });
    expect(await of(["a@b.com"], "http://127.0.0.1:4566")).to.include({
      ok: true,
      found: "none is in a sandbox",
    });
  });
});
