import * as sdk from "@aws-sdk/client-connect";
import { expect } from "chai";
import { createConnect } from "../../../sandbox/connect/connect";
import { DEFAULT_SECURITY_PROFILES } from "../../../sandbox/connect/fresh-instance/default-security-profiles";
import { isPermission } from "../../../contact-flow/security-profile-permissions";
import { isTimeZone } from "../../../sandbox/connect/resources/time-zones";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../support/connect-under-test";

const at = (Hours: number, Minutes = 0) => ({ Hours, Minutes });

const monday = (from: number, to: number): sdk.HoursOfOperationConfig => ({
  Day: "MONDAY",
  StartTime: at(from),
  EndTime: at(to),
});

describe("what Connect refuses beyond the limits of its model", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });
  const reason = async (request: Promise<unknown>) => (await refusal(request)).message;

  describe("a security profile", () => {
    it("with permissions that don't exist, all of which are named", async () => {
      const Permissions = ["Users.View", "NoSuchThing", "Users.Fly"];
      expect(await reason(make.securityProfile({ Permissions }))).to.contain(
        "NoSuchThing, Users.Fly",
      );
      await make.securityProfile({ Permissions: ["BasicAgentAccess", "Users.View", "CRM.Access"] });
    });

    it("with restrictions on resources that can't be restricted", async () => {
      const tags = { AllowedAccessControlTags: { team: "a" } };
      const bogus = make.securityProfile({ ...tags, TagRestrictedResources: ["Bogus"] });
      expect(await reason(bogus)).to.contain("TagRestrictedResources");
      const queues = make.securityProfile({ HierarchyRestrictedResources: ["Queue"] });
      expect(await reason(queues)).to.contain("HierarchyRestrictedResources");
      await make.securityProfile({ ...tags, TagRestrictedResources: ["User", "Queue"] });
    });

    it("that is Admin, when it is to be deleted", async () => {
      const SecurityProfileId = await make.stock("securityProfile", "Admin");
      const deletion = new sdk.DeleteSecurityProfileCommand({ ...inInstance(), SecurityProfileId });
      expect(await reason(under.client.send(deletion))).to.contain("Admin");
    });

    it("but none that an instance is made with", () => {
      for (const { permissions } of DEFAULT_SECURITY_PROFILES)
        for (const permission of permissions)
          expect(isPermission(permission), permission).to.equal(true);
    });
  });

  describe("hours", () => {
    it("that end before they start, with what would be right", async () => {
      expect(await reason(make.hours({ Config: [monday(18, 9)] }))).to.contain(
        "MONDAY 18:00 to 9:00: open until 0:00, and from 0:00 on the next day",
      );
    });

    it("that overlap on a day", async () => {
      expect(await reason(make.hours({ Config: [monday(8, 12), monday(10, 14)] }))).to.contain(
        "MONDAY 8:00 to 12:00 and MONDAY 10:00 to 14:00",
      );
      expect(await reason(make.hours({ Config: [monday(0, 0), monday(10, 14)] }))).to.contain(
        "overlap",
      );
    });

    it("but not those that touch, end at midnight, or last the whole day", async () => {
      await make.hours({ Config: [monday(8, 12), monday(12, 0)] });
      await make.hours({ Config: [monday(0, 0)] });
    });

    it("of an update and of an override in the same way", async () => {
      const HoursOfOperationId = await make.hours();
      const hours = { ...inInstance(), HoursOfOperationId };
      const update = new sdk.UpdateHoursOfOperationCommand({ ...hours, Config: [monday(18, 9)] });
      expect(await reason(under.client.send(update))).to.contain("end before it starts");
      const holiday = new sdk.CreateHoursOfOperationOverrideCommand({
        ...hours,
        Name: "Eve",
        EffectiveFrom: "2026-12-24",
        EffectiveTill: "2026-12-24",
        Config: [{ Day: "THURSDAY", StartTime: at(14), EndTime: at(9) }],
      });
      expect(await reason(under.client.send(holiday))).to.contain("THURSDAY 14:00 to 9:00");
    });

    it("in a time zone that isn't written to the letter", async () => {
      for (const TimeZone of [
        "america/new_york",
        "AMERICA/NEW_YORK",
        "Mars/Base",
        "EST5edt",
        "utc",
      ])
        expect(await reason(make.hours({ TimeZone })), TimeZone).to.contain("TimeZone");
      for (const name of [
        ...["UTC", "GMT", "US/Pacific", "Asia/Calcutta", "Asia/Kolkata", "EST5EDT", "GB-Eire"],
        ...["America/Port_of_Spain", "America/Port-au-Prince", "Africa/Dar_es_Salaam"],
        ...["America/North_Dakota/New_Salem", "Antarctica/DumontDUrville", "Etc/GMT+5", "NZ-CHAT"],
      ])
        expect(isTimeZone(name), name).to.equal(true);
    });
  });

  describe("a user", () => {
    it("with a desk phone that has no number", async () => {
      const PhoneConfig = { PhoneType: "DESK_PHONE" as const };
      expect(await reason(make.user({ PhoneConfig }))).to.contain("DeskPhoneNumber is required");
      const change = { ...inInstance(), UserId: await make.user(), PhoneConfig };
      expect(
        await reason(under.client.send(new sdk.UpdateUserPhoneConfigCommand(change))),
      ).to.contain("DeskPhoneNumber is required");
    });
  });

  describe("a user's after-contact work", () => {
    it("of more than 24 days, as it is made and changed", async () => {
      const phone = (AfterContactWorkTimeLimit: number) => ({
        PhoneConfig: { PhoneType: "SOFT_PHONE" as const, AfterContactWorkTimeLimit },
      });
      const UserId = await make.user(phone(2_000_000));
      expect(await reason(make.user(phone(2_000_001)))).to.contain("at most 2000000, got 2000001");
      const change = { ...inInstance(), UserId, ...phone(2_000_001) };
      expect(
        await reason(under.client.send(new sdk.UpdateUserPhoneConfigCommand(change))),
      ).to.contain("at most 2000000");
    });
  });

  describe("an override of hours", () => {
    const override = async (members: Partial<sdk.CreateHoursOfOperationOverrideRequest>) =>
      under.client.send(
        new sdk.CreateHoursOfOperationOverrideCommand({
          ...{
            ...inInstance(),
            HoursOfOperationId: await make.hours(),
            Name: "closed",
            Config: [],
          },
          ...{ EffectiveFrom: "2096-02-29", EffectiveTill: "2096-12-31", ...members },
        }),
      );

    it("on a day that no calendar has", async () => {
      await override({});
      for (const day of ["2096-02-30", "2096-13-01", "2095-02-29", "2096-00-10", "2096-01-00"]) {
        expect(await reason(override({ EffectiveFrom: day })), day).to.contain(
          `EffectiveFrom must be a day of the calendar, got ${day}`,
        );
        expect(await reason(override({ EffectiveTill: day })), day).to.contain("EffectiveTill");
      }
    });

    const monday = [
      {
        Day: "MONDAY" as const,
        StartTime: { Hours: 9, Minutes: 0 },
        EndTime: { Hours: 17, Minutes: 0 },
      },
    ];
    for (const [what, RecurrencePattern, told] of [
      [
        "that is in two months of the year",
        { Frequency: "YEARLY", Interval: 1, ByMonth: [1, 7], ByMonthDay: [1] },
        "ByMonth must have one value, got 1, 7",
      ],
      [
        "that is on two days of the month",
        { Frequency: "MONTHLY", Interval: 1, ByMonthDay: [1, 15] },
        "ByMonthDay must have one value, got 1, 15",
      ],
      [
        "that is in one month of each month",
        { Frequency: "MONTHLY", Interval: 1, ByMonth: [1], ByMonthDay: [1] },
        "ByMonth must be left out unless Frequency is YEARLY, got MONTHLY",
      ],
      [
        "that is on a day of the month each week",
        { Frequency: "WEEKLY", Interval: 1, ByMonthDay: [1] },
        "ByMonthDay must be left out unless Frequency is MONTHLY or YEARLY, got WEEKLY",
      ],
      [
        "that is on the second Monday of each week",
        { Frequency: "WEEKLY", Interval: 1, ByWeekdayOccurrence: [2] },
        "ByWeekdayOccurrence must be left out unless Frequency is MONTHLY or YEARLY, got WEEKLY",
      ],
      [
        "that is on a date and on a Monday",
        { Frequency: "MONTHLY", Interval: 1, ByMonthDay: [1], ByWeekdayOccurrence: [1] },
        "ByMonthDay or ByWeekdayOccurrence, not both",
      ],
      [
        "that is on the day 0 of the month",
        { Frequency: "MONTHLY", Interval: 1, ByMonthDay: [0] },
        "ByMonthDay must be 1 to 31, or -1 for the last day of the month, got 0",
      ],
      [
        "that is on Monday number 0",
        { Frequency: "MONTHLY", Interval: 1, ByWeekdayOccurrence: [0] },
        "ByWeekdayOccurrence must be 1 to 4, or -1 for the last one, got 0",
      ],
    ] as const) {
      it(`${what}, as it is made and changed`, async () => {
        const HoursOfOperationId = await make.hours();
        const of = { ...inInstance(), HoursOfOperationId };
        const pattern = RecurrencePattern as unknown as sdk.RecurrencePattern;
        const recurring = { RecurrenceConfig: { RecurrencePattern: pattern }, Config: monday };
        expect(await reason(override(recurring))).to.contain(told);
        const days = { EffectiveFrom: "2096-12-25", EffectiveTill: "2096-12-26" };
        const { HoursOfOperationOverrideId } = await under.client.send(
          new sdk.CreateHoursOfOperationOverrideCommand({
            ...{ ...of, Name: "Any", Config: monday },
            ...days,
          }),
        );
        const change = { ...of, HoursOfOperationOverrideId, ...recurring };
        expect(
          await reason(under.client.send(new sdk.UpdateHoursOfOperationOverrideCommand(change))),
        ).to.contain(told);
      });
    }

    it("that is on the second of no day of the week", async () => {
      const RecurrencePattern: sdk.RecurrencePattern = {
        ...{ Frequency: "MONTHLY", Interval: 1, ByWeekdayOccurrence: [2] },
      };
      const RecurrenceConfig = { RecurrencePattern };
      for (const Config of [[], monday.map(({ StartTime, EndTime }) => ({ StartTime, EndTime }))])
        expect(await reason(override({ RecurrenceConfig, Config }))).to.contain(
          "Config must name a Day in each of its entries",
        );
    });
  });

  describe("an agent status", () => {
    it("that every instance has, when it is to be disabled", async () => {
      const { AgentStatusSummaryList = [] } = await under.client.send(
        new sdk.ListAgentStatusesCommand(inInstance()),
      );
      for (const name of ["Available", "Offline"]) {
        const AgentStatusId = AgentStatusSummaryList.find(({ Name }) => Name === name)?.Id ?? "";
        const change = { ...inInstance(), AgentStatusId, State: "DISABLED" as const };
        expect(
          await reason(under.client.send(new sdk.UpdateAgentStatusCommand(change))),
        ).to.contain(name);
      }
    });
  });

  describe("a hierarchy", () => {
    it("with a level of more than 50, or a group of more than 100 characters", async () => {
      const levels = (Name: string) =>
        under.client.send(
          new sdk.UpdateUserHierarchyStructureCommand({
            ...inInstance(),
            HierarchyStructure: { LevelOne: { Name } },
          }),
        );
      expect(await reason(levels("x".repeat(51)))).to.contain("LevelOne.Name must have 1 to 50");
      await levels("Company");
      const group = { ...inInstance(), Name: "x".repeat(101) };
      expect(
        await reason(under.client.send(new sdk.CreateUserHierarchyGroupCommand(group))),
      ).to.contain("1 to 100");
    });
  });

  describe("an origin", () => {
    const approve = (Origin: string) =>
      under.client.send(new sdk.AssociateApprovedOriginCommand({ ...inInstance(), Origin }));

    itEmulated("with a path, of http, or no URL", "the AWS instance is somebody's", async () => {
      for (const origin of ["https://x.example/path", "http://x.example", "x.example"])
        expect(await reason(approve(origin)), origin).to.contain("Origin must be");
      for (const origin of ["https://x.example", "https://*.x.example", "http://localhost:3000"])
        await approve(origin);
    });
  });

  describe("storage", () => {
    itEmulated("of a type that the data hasn't", "the AWS instance is somebody's", async () => {
      const associate = (ResourceType: sdk.InstanceStorageResourceType) =>
        under.client.send(
          new sdk.AssociateInstanceStorageConfigCommand({
            ...inInstance(),
            ResourceType,
            StorageConfig: { StorageType: "S3", S3Config: { BucketName: "b", BucketPrefix: "p" } },
          }),
        );
      expect(await reason(associate("MEDIA_STREAMS"))).to.contain(
        "StorageType must be KINESIS_VIDEO_STREAM for MEDIA_STREAMS, got S3",
      );
      expect(await reason(associate("CONTACT_TRACE_RECORDS"))).to.contain(
        "KINESIS_STREAM or KINESIS_FIREHOSE",
      );
      await associate("SCREEN_RECORDINGS");
    });
  });

  describe("an instance", () => {
    itEmulated("of a directory, which the sandbox can't have", "AWS can", async () => {
      const create = new sdk.CreateInstanceCommand({
        IdentityManagementType: "EXISTING_DIRECTORY",
        DirectoryId: "d-0123456789",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      });
      const { name, message } = await refusal(under.client.send(create));
      expect(name).to.equal("ResourceNotFoundException");
      expect(message).to.contain("no AWS Directory Service");
    });
  });
});

describe("what Connect is given of other services", () => {
  const absent = () => Promise.resolve(false);
  const groups: string[] = [];
  const haveLogGroup = (name: string) => Promise.resolve(void groups.push(name));
  const connect = createConnect({
    accountId: "123456789012",
    region: "us-west-2",
    others: {
      hasBucket: absent,
      hasObject: absent,
      hasFunction: absent,
      putObject: () => Promise.resolve(),
      haveLogGroup,
    },
  });
  const send = async (method: string, url: string, body: object) => {
    const answer = await connect.handle({
      method,
      url,
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
    });
    const json = JSON.parse(answer.body.toString()) as { Id?: string; Message?: string };
    return { ...json, type: answer.headers["x-amzn-errortype"] };
  };
  let instance = "";

  before(async () => {
    const { Id = "" } = await send("PUT", "/instance", {
      InstanceAlias: "Others",
      IdentityManagementType: "CONNECT_MANAGED",
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
    });
    instance = Id;
  });

  it("is a log group of the alias's name, when flow logs are switched on", async () => {
    const attribute = `/instance/${instance}/attribute/CONTACTFLOW_LOGS`;
    await send("POST", attribute, { Value: "false" });
    expect(groups).to.deep.equal([]);
    await send("POST", attribute, { Value: "true" });
    expect(groups).to.deep.equal(["/aws/connect/Others"]);
  });

  it("must exist: a bucket", async () => {
    expect(
      await send("PUT", `/instance/${instance}/storage-config`, {
        ResourceType: "CALL_RECORDINGS",
        StorageConfig: { StorageType: "S3", S3Config: { BucketName: "none", BucketPrefix: "p" } },
      }),
    ).to.deep.equal({ Message: "there is no bucket none", type: "ResourceNotFoundException" });
  });

  it("must exist: a function, in Connect's own Region", async () => {
    const associate = (region: string) =>
      send("PUT", `/instance/${instance}/lambda-function`, {
        FunctionArn: `arn:aws:lambda:${region}:123456789012:function:none`,
      });
    expect((await associate("us-west-2")).Message).to.contain("there is no function");
    expect((await associate("eu-west-1")).Message).to.contain("in us-west-2");
  });

  it("must exist: a recording, where the operation has no error for what is missing", async () => {
    const body = { Name: "hello", S3Uri: "s3://none/hello.wav" };
    expect(await send("PUT", `/prompts/${instance}`, body)).to.deep.equal({
      Message: "S3Uri must name an object that exists, got s3://none/hello.wav",
      type: "InvalidParameterException",
    });
  });
});
