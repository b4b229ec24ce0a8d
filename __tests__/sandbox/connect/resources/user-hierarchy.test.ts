import {
  CreateUserHierarchyGroupCommand,
  DeleteUserHierarchyGroupCommand,
  DescribeUserCommand,
  DescribeUserHierarchyGroupCommand,
  DescribeUserHierarchyStructureCommand,
  type HierarchyStructureUpdate,
  ListUserHierarchyGroupsCommand,
  UpdateUserHierarchyCommand,
  UpdateUserHierarchyGroupNameCommand,
  UpdateUserHierarchyStructureCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const LEVELS = ["LevelOne", "LevelTwo", "LevelThree", "LevelFour", "LevelFive"] as const;
const ONE_A_CENTER = "it would change a real instance's only hierarchy";

describe("the user hierarchy", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });
  const one = (HierarchyGroupId: string) => ({ ...inInstance(), HierarchyGroupId });

  const setLevels = (...names: string[]) => {
    const HierarchyStructure: HierarchyStructureUpdate = {};
    for (const [i, level] of LEVELS.entries()) {
      const Name = names[i];
      if (Name !== undefined) HierarchyStructure[level] = { Name };
    }
    return under.client.send(
      new UpdateUserHierarchyStructureCommand({ ...inInstance(), HierarchyStructure }),
    );
  };
  const structure = async () =>
    (await under.client.send(new DescribeUserHierarchyStructureCommand(inInstance())))
      .HierarchyStructure;
  const group = async (Name: string, ParentGroupId?: string): Promise<string> => {
    const { HierarchyGroupId = "" } = await under.client.send(
      new CreateUserHierarchyGroupCommand({ ...inInstance(), Name, ParentGroupId }),
    );
    under.afterwards(() => remove(HierarchyGroupId));
    return HierarchyGroupId;
  };
  const remove = (id: string) => under.client.send(new DeleteUserHierarchyGroupCommand(one(id)));
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeUserHierarchyGroupCommand(one(id)))).HierarchyGroup;

  itEmulated("has levels that keep their id when renamed", ONE_A_CENTER, async () => {
    await setLevels("Company", "Department");
    const before = await structure();
    await setLevels("Firm", "Department");
    const after = await structure();
    expect(after?.LevelOne).to.deep.include({ Id: before?.LevelOne?.Id, Name: "Firm" });
    expect(after?.LevelTwo?.Id).to.equal(before?.LevelTwo?.Id);
    expect(after?.LevelOne?.Arn).to.contain("/agent-group-level/");
  });

  itEmulated("loses the levels that an update does not name", ONE_A_CENTER, async () => {
    await setLevels("Company", "Department");
    await setLevels();
    expect(await structure()).to.deep.equal({});
  });

  itEmulated("has no level without one above it", ONE_A_CENTER, async () => {
    const update = new UpdateUserHierarchyStructureCommand({
      ...inInstance(),
      HierarchyStructure: { LevelTwo: { Name: "Department" } },
    });
    expect((await refusal(under.client.send(update))).name).to.equal("InvalidParameterException");
  });

  itEmulated(
    "has groups on each level, each with its path from the top",
    ONE_A_CENTER,
    async () => {
      await setLevels("Company", "Department");
      const company = await group("KWGlobal");
      const consulting = await group("Consulting", company);
      await under.client.send(
        new UpdateUserHierarchyGroupNameCommand({ ...one(company), Name: "KW Global" }),
      );
      const described = await describeOne(consulting);
      expect(described?.LevelId).to.equal((await structure())?.LevelTwo?.Id);
      expect(described?.HierarchyPath?.LevelOne).to.deep.include({
        Id: company,
        Name: "KW Global",
      });
      expect(described?.HierarchyPath?.LevelTwo).to.deep.include({ Id: consulting });
      expect(described?.HierarchyPath).to.not.have.property("LevelThree");
      const { UserHierarchyGroupSummaryList = [] } = await under.client.send(
        new ListUserHierarchyGroupsCommand(inInstance()),
      );
      expect(UserHierarchyGroupSummaryList.map(({ Name }) => Name)).to.include("Consulting");
    },
  );

  itEmulated("has unique names within a group, and only there", ONE_A_CENTER, async () => {
    await setLevels("City", "Supervisor");
    const shanghai = await group("Shanghai");
    const portland = await group("Portland");
    await group("Jimin Lee", shanghai);
    await group("Jimin Lee", portland);
    expect((await refusal(group("Jimin Lee", portland))).name).to.equal(
      "DuplicateResourceException",
    );
  });

  itEmulated("has five levels of groups and no sixth", ONE_A_CENTER, async () => {
    await setLevels("One", "Two", "Three", "Four", "Five");
    let parent: string | undefined;
    for (const name of ["a", "b", "c", "d", "e"]) parent = await group(name, parent);
    expect((await refusal(group("f", parent))).name).to.equal("InvalidParameterException");
  });

  itEmulated("has a level before it has groups there", ONE_A_CENTER, async () => {
    await setLevels("Company");
    const company = await group("KWGlobal");
    expect((await refusal(group("Consulting", company))).message).to.contain("LevelTwo");
  });

  itEmulated("has groups below groups that exist", ONE_A_CENTER, async () => {
    await setLevels("Company", "Department");
    expect((await refusal(group("Consulting", "nobody"))).name).to.equal(
      "ResourceNotFoundException",
    );
  });

  itEmulated("keeps a level as long as groups are on it", ONE_A_CENTER, async () => {
    await setLevels("Company", "Department");
    await group("Consulting", await group("KWGlobal"));
    const error = await refusal(setLevels("Company"));
    expect(error.name).to.equal("ResourceInUseException");
    expect((await structure())?.LevelTwo?.Name).to.equal("Department");
  });

  itEmulated("keeps a group as long as another is below it", ONE_A_CENTER, async () => {
    await setLevels("Company", "Department");
    const company = await group("KWGlobal");
    await group("Consulting", company);
    expect((await refusal(remove(company))).name).to.equal("ResourceInUseException");
  });

  itEmulated("places users, and keeps a group as long as one is in it", ONE_A_CENTER, async () => {
    await setLevels("Company");
    const HierarchyGroupId = await group("KWGlobal");
    const UserId = await make.user({ HierarchyGroupId });
    const user = { ...inInstance(), UserId };
    expect((await refusal(remove(HierarchyGroupId))).name).to.equal("ResourceInUseException");
    await under.client.send(new UpdateUserHierarchyCommand(user));
    const { User } = await under.client.send(new DescribeUserCommand(user));
    expect(User).to.not.have.property("HierarchyGroupId");
    await remove(HierarchyGroupId);
    expect((await refusal(describeOne(HierarchyGroupId))).name).to.equal(
      "ResourceNotFoundException",
    );
  });
});
