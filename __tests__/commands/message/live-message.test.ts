import {
  ConnectClient,
  CreateContactFlowModuleCommand,
  CreateHoursOfOperationCommand,
  CreateHoursOfOperationOverrideCommand,
  DeleteContactFlowModuleCommand,
  DescribeContactFlowModuleCommand,
  ListHoursOfOperationOverridesCommand,
  UpdateContactFlowModuleContentCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { LiveMessage } from "../../../commands/message/live-message";
import { closedUntil, readUntil } from "../../../commands/message/until";
import { connectHours } from "../../../constructs/connect/hours-of-operation";
import { messageContent, messageHours } from "../../../constructs/connect/message";
import { connectUnderTest, refusal } from "../../support/connect-under-test";

const ZONE = "America/Los_Angeles";
const MINUTE = 60_000;

describe("a message in a live instance", () => {
  const under = connectUnderTest();
  let name: string;
  let of: { InstanceId: string; ContactFlowModuleId: string; HoursOfOperationId: string };

  /** Closed until midnight, as of now. */
  const today = () => {
    const now = Date.now();
    return closedUntil(readUntil("24:00", now, ZONE), now, ZONE);
  };
  const live = () => LiveMessage.of(under.client, under.instanceId, name);
  const content = async () => {
    const { ContactFlowModule } = await under.client.send(new DescribeContactFlowModuleCommand(of));
    return ContactFlowModule?.Content;
  };
  const overrides = async () => {
    const answer = await under.client.send(new ListHoursOfOperationOverridesCommand(of));
    return answer.HoursOfOperationOverrideList ?? [];
  };
  const write = (Content: string) =>
    under.client.send(new UpdateContactFlowModuleContentCommand({ ...of, Content }));

  beforeEach(async () => {
    name = under.unique("Message");
    const InstanceId = under.instanceId;
    const { Overrides: _none, ...hours } = connectHours(messageHours({ name, timeZone: ZONE }));
    const { HoursOfOperationId = "" } = await under.client.send(
      new CreateHoursOfOperationCommand({
        InstanceId,
        Name: name,
        TimeZone: hours.TimeZone,
        Config: [...hours.Config],
      }),
    );
    const { Id: ContactFlowModuleId = "" } = await under.client.send(
      new CreateContactFlowModuleCommand({ InstanceId, Name: name, Content: messageContent() }),
    );
    of = { InstanceId, ContactFlowModuleId, HoursOfOperationId };
  });

  it("is off at first", async () => {
    expect(await (await live()).read(Date.now())).to.deep.equal({ on: false });
  });

  it("is on with its text until its end, and off after it without anybody's doing", async () => {
    const message = await live();
    await message.switchOn("Snow", today());
    const end = readUntil("24:00", Date.now(), ZONE).moment;
    expect(await message.read(Date.now())).to.deep.equal({ on: true, text: "Snow", until: end });
    expect((await message.read(end - MINUTE)).on).to.equal(true);
    expect(await message.read(end)).to.deep.equal({ on: false, text: "Snow" });
  });

  it("takes another text and another end, in the same override", async () => {
    const message = await live();
    await message.switchOn("Snow", today());
    await message.switchOn("Ice", { ...today(), EffectiveTill: "2096-01-01" });
    expect(await message.read(Date.now())).to.include({ on: true, text: "Ice" });
    expect(await overrides()).to.have.length(1);
  });

  it("leaves no text and no override when it is switched off, twice as well", async () => {
    const message = await live();
    await message.switchOn("Snow", today());
    await message.switchOff();
    await message.switchOff();
    expect(await message.read(Date.now())).to.deep.equal({ on: false });
    expect(await overrides()).to.deep.equal([]);
    expect(await content()).to.equal(messageContent());
  });

  it("leaves overrides of other people alone", async () => {
    const other = { Name: "Other", EffectiveFrom: "2096-01-01", EffectiveTill: "2096-01-01" };
    await under.client.send(
      new CreateHoursOfOperationOverrideCommand({ ...of, ...other, Config: [] }),
    );
    const message = await live();
    await message.switchOn("Snow", today());
    await message.switchOff();
    expect((await overrides()).map(({ Name }) => Name)).to.deep.equal(["Other"]);
  });

  it("isn't told as anybody's words where somebody else wrote the module", async () => {
    const message = await live();
    await message.switchOn("Snow", today());
    await write(
      messageContent("Snow")
        .replaceAll('"NextAction":"Return"', '"NextAction":"Somebody\'s"')
        .replaceAll('"Identifier":"Return"', '"Identifier":"Somebody\'s"'),
    );
    const { on, text } = await message.read(Date.now());
    expect([on, text]).to.deep.equal([true, undefined]);
  });

  it("is off as long as its override couldn't be made, and the error says why", async () => {
    const message = await live();
    const wrong = { ...today(), EffectiveTill: "2000-01-01" };
    expect((await refusal(message.switchOn("Snow", wrong))).name).to.equal(
      "InvalidParameterException",
    );
    expect((await message.read(Date.now())).on).to.equal(false);
  });

  it("takes the override that somebody else made in the meantime", async () => {
    const message = await live();
    // The first call writes the text, the second reads the list, the third would make the override.
    let calls = 0;
    under.client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        if (++calls === 2) {
          const other = new ConnectClient({
            endpoint: under.endpoint,
            region: "us-east-1",
            credentials: { accessKeyId: "test", secretAccessKey: "test" },
          });
          await other.send(
            new CreateHoursOfOperationOverrideCommand({
              ...of,
              ...today(),
              Config: [],
              Name: "Message",
            }),
          );
        }
        return answer;
      },
      { step: "initialize", name: "meanwhile" },
    );
    try {
      await message.switchOn("Snow", today());
    } finally {
      under.client.middlewareStack.remove("meanwhile");
    }
    expect(await overrides()).to.have.length(1);
    expect(await message.read(Date.now())).to.include({ on: true, text: "Snow" });
  });

  it("is not there until an apply has made module and schedule, and the error says so", async () => {
    await under.client.send(new DeleteContactFlowModuleCommand(of));
    const fault = await live().then(
      () => "",
      (error: unknown) => (error as Error).message,
    );
    expect(fault).to.equal(
      `the instance has no flow module "${name}": apply the environment once (npm run apply), then there is a message to switch`,
    );
  });
});
