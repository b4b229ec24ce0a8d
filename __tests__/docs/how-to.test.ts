import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { ENVIRONMENTS, KWGLOBAL } from "../../kwglobal";
import { judge } from "../../plan-review/gate/judge";
import {
  applyEdit,
  type Changes,
  type Edit,
  editsIn,
  HOW_TO_PAGES,
  howToPage,
  ProjectCopy,
} from "../support/how-to";
import { planBetween } from "../support/synthesized-plan";
import { DEV, PROD, synthesize } from "../support/synthesized";

const PROJECT = join(__dirname, "..", "..");
const PACKAGE = readFileSync(join(PROJECT, "package.json"), "utf8");

/** What each page's edit does to production. */
const EDITS: Readonly<Record<string, (changes: Changes) => void>> = {
  "change-a-prompt": ({ created, changed, deleted, stack }) => {
    expect([created, deleted]).to.deep.equal([[], []]);
    expect(changed).to.deep.equal(["aws_connect_contact_flow.kwglobal_main_menu"]);
    expect(JSON.stringify(stack.flow("kwglobal_main_menu"))).to.include("English and Mandarin");
  },
  "add-an-agent": ({ created, changed, deleted }) => {
    expect(created).to.deep.equal(["aws_connect_user.gwen_stacy"]);
    expect([changed, deleted]).to.deep.equal([[], []]);
  },
  "new-department": ({ created, changed, deleted, stack }) => {
    expect(created).to.include.members([
      "aws_connect_queue.trade_finance",
      "aws_connect_quick_connect.trade_finance",
      "aws_connect_routing_profile.trade_finance",
      "aws_connect_user.ned_leeds",
    ]);
    expect(changed).to.include.members([
      "aws_connect_contact_flow.kwglobal_main_menu",
      "local.queue_quick_connects_desired",
    ]);
    expect(deleted).to.deep.equal([]);
    expect(JSON.stringify(stack.flow("kwglobal_main_menu"))).to.include("3 for trade finance");
  },
  holiday: ({ created, changed, deleted, stack }) => {
    expect([created, changed, deleted]).to.deep.equal([[], ["local.holidays_desired"], []]);
    expect(stack.json.locals).to.have.nested.property("holidays_desired.schedules[0].holidays[1]");
  },
  "limit-what-people-may-do": ({ created, changed, deleted, stack }) => {
    expect(created).to.deep.equal([
      "aws_connect_security_profile.quality",
      "aws_connect_security_profile.supervisor",
    ]);
    expect([changed, deleted]).to.deep.equal([[], []]);
    const { permissions } = stack.resource("aws_connect_security_profile.supervisor");
    expect(permissions).to.include("Users.View");
    expect(JSON.stringify(permissions)).not.to.match(
      /Users\.(?!View)|SecurityProfiles|Create|Edit/,
    );
  },
  "number-port": ({ created, changed, deleted, stack }) => {
    expect([created, changed, deleted]).to.deep.equal([[], [], []]);
    expect(stack.json.import).to.deep.equal([
      {
        // Once production has a number that was ported, the page's edit only repeats it.
        id: PROD.adoptNumber ?? "12345678-1234-4234-8234-123456789012",
        to: "aws_connect_phone_number.phone_number",
      },
    ]);
  },
  "sign-in-through-saml": ({ created, stack }) => {
    expect(created).to.include("aws_iam_saml_provider.saml_sign_in_provider");
    expect(stack.json.output).to.include.keys(
      "saml_sign_in_role_attribute",
      "saml_sign_in_relay_state",
    );
  },
};

const addressOf = ({ username }: { readonly username: string }) =>
  `aws_connect_user.${username.replace(".", "_")}`;

/** What a page says that the gate refuses, so that it is decided before anybody works there. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  "sign-in-through-saml": [
    ...KWGLOBAL.users
      .filter(({ email }) => email !== undefined)
      .map(addressOf)
      .sort(),
    "aws_iam_role.saml_sign_in_role",
    "aws_iam_role.saml_sign_in_role",
    "aws_iam_role_policy.saml_sign_in_permissions",
    "aws_iam_saml_provider.saml_sign_in_provider",
    "aws_connect_instance.instance",
    // Whose passwords it would only pretend to take away.
    ...KWGLOBAL.users.map(addressOf).sort(),
  ],
};

/** What a page tells in words, beside its diff. */
const TOLD: Readonly<Record<string, readonly Edit[]>> = {
  "sign-in-through-saml": readFileSync(join(PROJECT, "kwglobal.ts"), "utf8")
    .split("\n")
    .filter((line) => /^ +email: /.test(line))
    .map((before) => ({
      ...{ page: "sign-in-through-saml", file: "kwglobal.ts" },
      ...{ before, after: "", added: [] },
    })),
};

describe("The pages of docs/how-to", () => {
  let copy: ProjectCopy;

  before(function () {
    // Compiles the copy.
    this.timeout(60_000);
    copy = new ProjectCopy();
    copy.add("__tests__/constructs/fixtures/saml-metadata.xml", "saml/metadata.xml");
    copy.changesOf([], "prod");
  });

  after(() => {
    copy.remove();
  });

  for (const name of HOW_TO_PAGES) {
    const page = howToPage(name);

    describe(name, () => {
      it("answers one question in under a page", () => {
        expect(page).to.match(/^# How .+\?\n\n\S/);
        expect(page.split(/\s+/).length).to.be.lessThan(450);
      });

      it("leads nowhere that isn't there", () => {
        for (const [, target = ""] of page.matchAll(/\]\((?!https:)([^)#]+)/g)) {
          expect(existsSync(join(PROJECT, "docs", "how-to", target)), target).to.equal(true);
        }
      });

      it("names commands and environments that there are", () => {
        const { scripts } = JSON.parse(PACKAGE) as { scripts: Record<string, string> };
        for (const [, script, argument] of page.matchAll(/npm run ([\w:]+)(?: -- (\w+))?/g)) {
          expect(scripts).to.have.property(script ?? "");
          if (script === "plan" || script === "apply") {
            expect(ENVIRONMENTS.map((each) => each.name)).to.include(argument);
          }
        }
      });

      const edits = editsIn(name).filter(({ file }) => file !== "package.json");
      if (edits.length > 0) {
        it("has an edit that fits, and does what it says", () => {
          const expectation = EDITS[name];
          expect(expectation, `no test says what the edit of ${name} does`).not.to.equal(undefined);
          const changes = copy.changesOf([...edits, ...(TOLD[name] ?? [])], "prod");
          // What is made already changes nothing any more: then it is enough that the rest fits.
          if (!edits.some((edit) => copy.has(edit))) expectation?.(changes);
          const { refused } = judge(planBetween(changes.before, changes.stack));
          expect(refused.map(({ addresses }) => addresses.join())).to.deep.equal(
            REFUSED[name] ?? [],
          );
        });
      }
    });
  }

  it("name all that loses its protection before dev is torn down", () => {
    const lifted = synthesize({}, { ...DEV, guarded: false });
    const unprotected = lifted.addresses().filter((address) => {
      const { force_destroy: emptied, deletion_protection_enabled: kept } =
        lifted.resource(address);
      return emptied === true || kept === false;
    });
    const allowed = [...howToPage("tear-down-dev").matchAll(/--allow '(\S+): unprotect'/g)];
    expect(allowed.map(([, address]) => address).sort()).to.deep.equal(unprotected);
  });

  it("tell to put cdktn in cdktf's place, and nothing beside it", () => {
    const edited = editsIn("move-to-cdktn").reduce(applyEdit, PACKAGE);
    const { devDependencies, overrides } = JSON.parse(edited) as Record<
      string,
      Record<string, unknown>
    >;
    expect(devDependencies).to.include({ cdktf: "npm:cdktn@0.24.0", "cdktn-cli": "0.24.0" });
    expect(devDependencies).not.to.have.any.keys("cdktn", "cdktf-cli");
    expect(overrides).to.deep.equal({ "@cdktf/provider-aws": { cdktf: "$cdktf" } });
  });
});
