import {
  DeleteContactDataCommand,
  DescribeContactCommand,
  SearchContactsCommand,
  type SearchContactsCommandInput,
  type SearchContactsTimeRangeType,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { beginContact, endContact } from "../../../../sandbox/connect/contact-history";
import type { Instance } from "../../../../sandbox/connect/store/store";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const CALLS = "it has no contact that a test may make";
const NOON = Date.parse("2026-11-26T12:00:00Z");
const MINUTE = 60_000;

describe("contacts", () => {
  const under = connectUnderTest({ now: () => new Date(NOON + 5 * MINUTE) });
  const inInstance = () => ({ InstanceId: under.instanceId });
  const instance = (): Instance => {
    const found = under.connect.store.instances.get(under.instanceId);
    if (found === undefined) throw new Error("the instance under test is gone");
    return found;
  };
  const describeContact = async (ContactId: string) => {
    const command = new DescribeContactCommand({ ...inInstance(), ContactId });
    return (await under.client.send(command)).Contact;
  };
  const search = async (
    from: number,
    to: number,
    Type: SearchContactsTimeRangeType = "INITIATION_TIMESTAMP",
  ) => {
    const TimeRange = { Type, StartTime: new Date(from), EndTime: new Date(to) };
    const command = new SearchContactsCommand({ ...inInstance(), TimeRange });
    const { Contacts = [], TotalCount } = await under.client.send(command);
    expect(TotalCount).to.equal(Contacts.length);
    return Contacts;
  };
  const erase = (ContactId: string, field: "CUSTOMER_ENDPOINT" | "EMAIL_SUBJECT") =>
    under.client.send(
      new DeleteContactDataCommand({ ...inInstance(), ContactId, ContactFields: [field] }),
    );

  const end = (id: string, at: number) => {
    const contact = instance().contacts.get(id);
    if (contact === undefined) throw new Error(`there is no contact ${id}`);
    endContact(contact, null, new Date(at));
  };

  beforeEach(function () {
    if (process.env.CONNECT_INSTANCE_ID !== undefined) return;
    instance().contacts.clear();
    beginContact(instance(), {
      id: "one",
      initiationMethod: "INBOUND",
      at: NOON,
      customerNumber: "+13025550123",
      systemNumber: "+13025550100",
    });
    beginContact(instance(), { id: "two", initiationMethod: "CALLBACK", at: NOON + MINUTE });
  });

  itEmulated("are described while they last and afterwards", CALLS, async () => {
    const begun = {
      Id: "one",
      Arn: `${instance().Arn}/contact/one`,
      Channel: "VOICE",
      InitiationMethod: "INBOUND",
      InitiationTimestamp: new Date(NOON),
      LastUpdateTimestamp: new Date(NOON),
      ConnectedToSystemTimestamp: new Date(NOON),
      CustomerEndpoint: { Type: "TELEPHONE_NUMBER", Address: "+13025550123" },
      SystemEndpoint: { Type: "TELEPHONE_NUMBER", Address: "+13025550100" },
    };
    expect(await describeContact("one")).to.deep.equal(begun);
    const over = NOON + 2 * MINUTE;
    end("one", over);
    expect(await describeContact("one")).to.deep.equal({
      ...begun,
      DisconnectTimestamp: new Date(over),
      LastUpdateTimestamp: new Date(over),
    });
    expect((await describeContact("two"))?.CustomerEndpoint).to.equal(undefined);
  });

  itEmulated("are searched by time, without the customers' numbers", CALLS, async () => {
    end("two", NOON + 3 * MINUTE);
    const ids = (found: readonly { Id?: string }[]) => found.map(({ Id }) => Id);
    expect(ids(await search(NOON, NOON + MINUTE))).to.deep.equal(["one", "two"]);
    expect(ids(await search(NOON + 1, NOON + MINUTE))).to.deep.equal(["two"]);
    expect(ids(await search(NOON, NOON + MINUTE - 1))).to.deep.equal(["one"]);
    expect(ids(await search(NOON, NOON + 3 * MINUTE, "DISCONNECT_TIMESTAMP"))).to.deep.equal([
      "two",
    ]);
    expect(JSON.stringify(await search(NOON, NOON))).not.to.include("+1302");
  });

  itEmulated("are searched by nothing that isn't emulated", CALLS, async () => {
    expect((await refusal(search(NOON, NOON, "SCHEDULED_TIMESTAMP"))).name).to.equal(
      "InvalidRequestException",
    );
    const TimeRange = {
      Type: "INITIATION_TIMESTAMP",
      StartTime: new Date(NOON),
      EndTime: new Date(NOON),
    } as const;
    for (const more of [
      { SearchCriteria: { AgentHierarchyGroups: { L1Ids: ["x"] } } },
      { Sort: { FieldName: "CHANNEL" as const, Order: "ASCENDING" as const } },
    ]) {
      const command = new SearchContactsCommand({ ...inInstance(), TimeRange, ...more });
      expect((await refusal(under.client.send(command))).name).to.equal("InvalidRequestException");
    }
    expect((await refusal(search(NOON, NOON - 1))).name).to.equal("InvalidParameterException");
  });

  itEmulated("are searched by how they began, and told in the order of a time", CALLS, async () => {
    const ids = async (more: Partial<SearchContactsCommandInput>) => {
      const TimeRange = {
        Type: "INITIATION_TIMESTAMP" as const,
        StartTime: new Date(NOON),
        EndTime: new Date(NOON + MINUTE),
      };
      const command = new SearchContactsCommand({ ...inInstance(), TimeRange, ...more });
      return (await under.client.send(command)).Contacts?.map(({ Id }) => Id);
    };
    expect(await ids({ SearchCriteria: { InitiationMethods: ["CALLBACK"] } })).to.deep.equal([
      "two",
    ]);
    expect(await ids({ SearchCriteria: { QueueIds: ["none"] } })).to.deep.equal([]);
    expect(await ids({ SearchCriteria: { Channels: ["VOICE", "CHAT"] } })).to.have.length(2);
    expect(
      await ids({ Sort: { FieldName: "INITIATION_TIMESTAMP", Order: "DESCENDING" } }),
    ).to.deep.equal(["two", "one"]);
  });

  itEmulated("lose the customer's number once they are over", CALLS, async () => {
    const refused = await refusal(erase("one", "CUSTOMER_ENDPOINT"));
    expect(refused.name).to.equal("ContactNotTerminatedException");
    expect(refused.$metadata.httpStatusCode).to.equal(409);
    end("one", NOON + MINUTE);
    await erase("one", "EMAIL_SUBJECT");
    expect((await describeContact("one"))?.CustomerEndpoint).not.to.equal(undefined);
    await erase("one", "CUSTOMER_ENDPOINT");
    const erased = await describeContact("one");
    expect(erased?.CustomerEndpoint).to.equal(undefined);
    expect(erased?.LastUpdateTimestamp).to.deep.equal(new Date(NOON + 5 * MINUTE));
  });

  it("that aren't there are not found", async () => {
    for (const request of [describeContact("none"), erase("none", "CUSTOMER_ENDPOINT")]) {
      expect((await refusal(request)).name).to.equal("ResourceNotFoundException");
    }
  });
});
