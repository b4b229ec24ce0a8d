import {
  CreateSAMLProviderCommand,
  GetSAMLProviderCommand,
  IAMClient,
  ListSAMLProviderTagsCommand,
  TagSAMLProviderCommand,
  UntagSAMLProviderCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";

import type { Gateway } from "../../../sandbox/gateway/gateway";
import { startGateway } from "../../../sandbox/gateway/gateway";
import { createSamlProviderTags } from "../../../sandbox/moto/saml-provider-tags";

const ARN = "arn:aws:iam::123456789012:saml-provider/kwglobal";

/** What moto answers about SAML providers: no tags. */
const moto = (action: string) =>
  `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${
    action === "CreateSAMLProvider"
      ? `<SAMLProviderArn>${ARN}</SAMLProviderArn>`
      : "<SAMLMetadataDocument>metadata</SAMLMetadataDocument>"
  }</${action}Result></${action}Response>`;

const GONE =
  "<ErrorResponse><Error><Code>NoSuchEntity</Code><Message>gone</Message></Error></ErrorResponse>";

describe("Tags of a SAML provider in the sandbox", () => {
  let gateway: Gateway;
  let iam: IAMClient;

  before(async () => {
    const forward = createSamlProviderTags(({ body }) => {
      const asked = new URLSearchParams(body.toString());
      const isGone = asked.get("SAMLProviderArn")?.endsWith("/gone") === true;
      return Promise.resolve({
        status: isGone ? 404 : 200,
        headers: { "content-type": "text/xml" },
        body: isGone ? GONE : moto(asked.get("Action") ?? ""),
      });
    });
    gateway = await startGateway({
      port: 0,
      backend: () => ({ service: () => forward }),
      about: {},
    });
    iam = new IAMClient({
      endpoint: gateway.endpoint,
      region: "us-west-2",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    await iam.send(
      new CreateSAMLProviderCommand({
        Name: "kwglobal",
        SAMLMetadataDocument: "x".repeat(1000),
        Tags: [
          { Key: "Project", Value: "R&D <KWGlobal>" },
          { Key: "Environment", Value: "prod" },
        ],
      }),
    );
  });

  after(async () => {
    iam.destroy();
    await gateway.close();
  });

  const provider = () => iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: ARN }));

  it("are those that it was made with", async () => {
    const { SAMLMetadataDocument, Tags } = await provider();
    expect(SAMLMetadataDocument).to.equal("metadata");
    expect(Tags).to.deep.equal([
      { Key: "Project", Value: "R&D <KWGlobal>" },
      { Key: "Environment", Value: "prod" },
    ]);
  });

  it("are added, replaced and taken away", async () => {
    const SAMLProviderArn = ARN;
    const Tags = [
      { Key: "Environment", Value: "dev" },
      { Key: "Owner", Value: "ops" },
    ];
    await iam.send(new TagSAMLProviderCommand({ SAMLProviderArn, Tags }));
    await iam.send(new UntagSAMLProviderCommand({ SAMLProviderArn, TagKeys: ["Project"] }));
    expect((await provider()).Tags).to.deep.equal(Tags);
    const listed = await iam.send(new ListSAMLProviderTagsCommand({ SAMLProviderArn }));
    expect(listed.Tags).to.deep.equal(Tags);
  });

  it("are none of a provider that nobody tagged", async () => {
    const SAMLProviderArn = ARN.replace("kwglobal", "other");
    expect((await iam.send(new GetSAMLProviderCommand({ SAMLProviderArn }))).Tags).to.deep.equal(
      [],
    );
  });

  it("are refused of a provider that isn't there", async () => {
    const SAMLProviderArn = ARN.replace("kwglobal", "gone");
    const refusals = await Promise.all(
      [
        iam.send(new ListSAMLProviderTagsCommand({ SAMLProviderArn })),
        iam.send(new TagSAMLProviderCommand({ SAMLProviderArn, Tags: [] })),
        iam.send(new UntagSAMLProviderCommand({ SAMLProviderArn, TagKeys: [] })),
      ].map((sent) => sent.catch((error: unknown) => (error as Error).name)),
    );
    expect(refusals).to.deep.equal(Array(3).fill("NoSuchEntityException"));
  });
});
