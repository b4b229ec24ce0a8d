import { expect } from "chai";

import {
  type AcceptanceTest,
  acceptanceTests,
} from "../../../commands/acceptance/acceptance-tests";
import { GoPackage } from "../../../commands/acceptance/go-source";

/** A test of a made-up resource, with statements of ours in it and these steps. */
const goTest = (steps: string, before = ""): string => `package connect_test

func testAccThing_basic(t *testing.T) {
	ctx := acctest.Context(t)
	var v connect.DescribeThingOutput
	name, label := sdkacctest.RandomWithPrefix("thing"), "Created"
	resourceName := "aws_connect_thing.test"
	${before}
	resource.Test(t, resource.TestCase{
		PreCheck: func() { acctest.PreCheck(ctx, t) },
		Steps: []resource.TestStep{${steps}},
	})
}

func testAccThingConfig_base(name string) string {
	// A comment
	return fmt.Sprintf(\`
resource "aws_connect_instance" "test" {
  instance_alias = %[1]q
}
\`, name)
}

func testAccThingConfig_basic(name, label string, limit int) string {
	return acctest.ConfigCompose(
		testAccThingConfig_base(name),
		fmt.Sprintf(\`thing = "%[1]s, %[2]d, %%"\`, label, limit))
}

func testAccThingConfig_branching(name string) string {
	if name == "" {
		return "nothing"
	}
	return "something"
}
`;

const read = (steps: string, before?: string): AcceptanceTest => {
  const [test, ...others] = acceptanceTests(new GoPackage([goTest(steps, before)]));
  expect(others).to.deep.equal([]);
  if (test === undefined) throw new Error("no test was read");
  return test;
};

const BASIC = `{
	Config: testAccThingConfig_basic("a-name", label, 5),
	Check: resource.ComposeTestCheckFunc(
		testAccCheckThingExists(ctx, resourceName, &v),
		resource.ComposeAggregateTestCheckFunc(
			resource.TestCheckResourceAttr(resourceName, "status", connect.QueueStatusEnabled),
			resource.TestCheckResourceAttr(resourceName, names.AttrKMSKeyID, strconv.Itoa(7)),
			resource.TestCheckResourceAttr(resourceName, "storage", string(awstypes.StorageTypeS3)),
			resource.TestCheckResourceAttr(resourceName, "number", connect.PhoneNumberWorkflowStatusClaimed),
		),
	),
	ExpectNonEmptyPlan: true,
},
{
	ResourceName:            resourceName,
	ImportState:             true,
	ImportStateVerify:       true,
	ImportStateVerifyIgnore: []string{"password"},
},`;

describe("the acceptance tests of the AWS provider, read from Go", () => {
  it("have a step's configuration, put together by the functions that render it", () => {
    const [step] = read(BASIC).steps;
    expect(step).to.deep.include({
      kind: "apply",
      configuration:
        '\nresource "aws_connect_instance" "test" {\n  instance_alias = "a-name"\n}\n\nthing = "Created, 5, %"',
      expectNonEmptyPlan: true,
    });
  });

  it("have a step's checks, compositions taken apart, with the constants' values", () => {
    const [step] = read(BASIC).steps;
    const checks = step?.kind === "apply" ? step.checks : [];
    expect(checks.map(({ name }) => name)).to.deep.equal([
      "testAccCheckThingExists",
      ...Array<string>(4).fill("resource.TestCheckResourceAttr"),
    ]);
    expect(checks.slice(1).map(({ args }) => args)).to.deep.equal([
      ["aws_connect_thing.test", "status", "ENABLED"],
      ["aws_connect_thing.test", "kms_key_id", "7"],
      ["aws_connect_thing.test", "storage", "S3"],
      ["aws_connect_thing.test", "number", "CLAIMED"],
    ]);
  });

  it("have steps that import, with what isn't compared", () => {
    expect(read(BASIC).steps[1]).to.deep.equal({
      kind: "import",
      resource: "aws_connect_thing.test",
      ignore: ["password"],
    });
  });

  it("say why the provider skips them", () => {
    expect(read(BASIC, `t.Skip("a bug of the service")`)).to.deep.include({
      skipped: "a bug of the service",
      steps: [],
    });
  });

  it("are read where only a short run skips them", () => {
    expect(read(BASIC, `if testing.Short() {\n\t\tt.Skip("long")\n\t}`).steps).to.have.length(2);
  });

  for (const [what, steps, reason] of [
    ["that branch", `{ Config: testAccThingConfig_branching(name) }`, /_branching branches/],
    ["with a field that isn't known", `{ PreConfig: func() {} }`, /PreConfig isn't known/],
    ["with a function of elsewhere", `{ Config: tf.Elsewhere(name) }`, /tf\.Elsewhere\(…\)/],
    [
      "with a format that isn't known",
      `{ Config: fmt.Sprintf("%x", name) }`,
      /format %x isn't known/,
    ],
  ] as const) {
    it(`${what} are listed with the reason, not run in part`, () => {
      const { unreadable, steps: none } = read(steps);
      expect(unreadable).to.match(reason);
      expect(none).to.deep.equal([]);
    });
  }

  it("aren't what runs other tests, or helps them", () => {
    const source = "package x\nfunc TestAccAll(t *testing.T) {\n\tacctest.RunSerialTests(t)\n}\n";
    expect(acceptanceTests(new GoPackage([source]))).to.deep.equal([]);
  });
});
