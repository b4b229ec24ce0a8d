import { expect } from "chai";

import { type Block, Configuration } from "../../../commands/docs/configuration";
import { asBuilt } from "../../../commands/docs/document";
import { KWGLOBAL } from "../../../kwglobal";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { DEV, synthesize } from "../../support/synthesized";

const documentOf = (...args: Parameters<typeof synthesize>): Promise<string> =>
  asBuilt(new Configuration(synthesize(...args).json as Block), "commit abc of 2026-11-24");

/** The text that a reader sees, without markup. */
const read = (markup: string): string =>
  markup
    .replace(/<(style|title|desc)[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** Elements that are opened and not closed, or closed and not opened. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const tags = /<(\/?)([a-zA-Z][\w-]*)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g;
  for (const [, closing, name = "", alone] of page.matchAll(tags)) {
    if (closing === "/" && open.pop() !== name) {
      wrong.push(name);
    } else if (closing === "" && alone === "") {
      open.push(name);
    }
  }
  return [...wrong, ...open];
}

describe("The as-built document", () => {
  let page = "";
  const chapter = (id: string): string =>
    read(new RegExp(`<section id="${id}">[\\s\\S]*?</section>`).exec(page)?.[0] ?? "");

  before(async () => {
    page = await documentOf();
  });

  it("says which version of which environment it shows", async () => {
    expect(read(page)).to.include(
      "Environment prod , read from the synthesized configuration, commit abc of 2026-11-24.",
    );
    expect(read(await documentOf({}, DEV))).to.match(
      /Environment dev.*kwglobal-dev\.my\.connect\.aws/,
    );
  });

  it("shows each warning that is accepted, with the reason", async () => {
    expect(chapter("accepted")).to.include("None is accepted");
    const accepted = {
      rule: "queue-served-by-one",
      place: 'queue "Sales"',
      problem: "only Ann serves it",
      cure: "hire",
      reason: "Bob comes in <March>",
    };
    const configuration = new Configuration(synthesize().json as Block);
    expect(read(await asBuilt(configuration, undefined, [accepted]))).to.match(
      /Accepted warnings.*queue &quot;Sales&quot; only Ann serves it Bob comes in &lt;March&gt;/,
    );
  });

  it("names the instance, what answers its number and where recordings lie", () => {
    expect(chapter("instance")).to.match(
      /kwglobal\.my\.connect\.aws.*beginning with \+1302.*answered by KWGlobal Main Menu.*Calls in on Calls out on/,
    );
    expect(chapter("instance")).to.include(
      "Call recordings amazon-connect-kwglobal connect/KWGlobal/CallRecordings alias/kwglobal",
    );
  });

  it("begins with the center at a glance: the keys, who answers, when, who is told", async () => {
    const page = await documentOf({
      ...HARBOR_TRAVEL,
      routingProfiles: HARBOR_TRAVEL.routingProfiles.map((profile) => ({
        ...profile,
        queues: profile.queues.filter(({ queue }) => queue === "Reservations"),
        defaultOutboundQueue: "Reservations",
      })),
    });
    expect(page.indexOf('<section id="glance">')).to.be.below(
      page.indexOf('<section id="instance">'),
    );
    const glance = read(/<section id="glance">[^]*?<\/section>/.exec(page)?.[0] ?? "");
    expect(glance).to.match(/Callers dial \+1207 … Harbor main menu/);
    expect(glance).to.match(
      /1 Reservations .*Lena Ortiz at once, as priority 1 Omar Khan after 20 s, as priority 2/,
    );
    expect(glance).to.match(/4 Group Travel .*nobody serves it/);
    expect(glance).to.include(
      "Harbor hours Mon 08:00–20:00, Tue closed, Wed 08:00–20:00, Thu closed, Fri 08:00–20:00, Sat to Sun closed (America/New_York)",
    );
    expect(glance).to.match(/Recorded Agent and Customer Told by \d+ alarms supervisors@/);
  });

  it("shows the hours as a week", () => {
    expect(chapter("hours")).to.match(
      /Los_Angeles.*Monday 09:00–18:00 .*Friday 09:00–18:00 Saturday 09:00–15:00 Sunday closed/,
    );
  });

  it("shows the message's schedule as its switch, and not as hours in which anybody is served", () => {
    expect(chapter("glance")).to.include("business hours").and.not.include("KWGlobal message");
    expect(chapter("hours")).to.match(
      /KWGlobal message No opening hours: the switch of the message before the menu.*Los_Angeles\. $/,
    );
  });

  it("lists the holidays of a schedule that has some", async () => {
    const open = { from: "09:00", to: "12:00" };
    const hoursOfOperation = KWGLOBAL.hoursOfOperation.map((hours) => ({
      ...hours,
      holidays: [
        { name: "Christmas Eve", date: "2026-12-24", open },
        { name: "Christmas Day", date: "2026-12-25" },
      ],
    }));
    expect(read(await documentOf({ hoursOfOperation }))).to.include(
      "Holidays: Christmas Eve 2026-12-24: 09:00–12:00 Christmas Day 2026-12-25: closed",
    );
    const plain = KWGLOBAL.hoursOfOperation.map((hours) => ({ ...hours, holidays: [] }));
    expect(read(await documentOf({ hoursOfOperation: plain }))).not.to.include("Holidays");
  });

  it("shows which agents get which contacts, when", () => {
    expect(chapter("routing")).to.match(
      /Routing profile .*Business Consulting .*Calls at a time Agents/,
    );
    expect(chapter("routing")).to.match(
      /have waited .*priority 1 at once .*after 15 s .*1 peter\.parker/,
    );
    expect(chapter("routing")).to.match(/Customer service calls .*priority 1 at once .*mary\.jane/);
  });

  it("shows each queue with its quick connects, and where these lead", () => {
    expect(chapter("routing")).to.match(
      /chose customer service KWGlobal business hours KWGlobal the claimed number Default outbound no limit Business Consulting Management Mary Jane/,
    );
    expect(chapter("routing")).to.match(/Management external \+1 302 555 0199 –/);
    expect(chapter("routing")).to.match(/Mary Jane agent mary\.jane Default agent transfer/);
  });

  it("shows every flow as a picture, and what callers hear word for word", () => {
    expect(page.match(/<svg [^>]*class="flow"/g)).to.have.lengthOf(KWGLOBAL.flows.length);
    expect(chapter("flows")).to.include(
      "Closed Play prompt “Sorry, we are currently closed. Our normal business hours are Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm. Please call back between the business hours. Goodbye” Success, Error → Disconnect",
    );
    expect(chapter("flows")).to.include(
      "Set customer queue flow CustomerQueue: KWGlobal callback in queue",
    );
  });

  it("shows the people, in the hierarchy too", () => {
    expect(chapter("people")).to.match(
      /Peter Parker peter\.parker Agent Business Consulting KWGlobal › Consulting › Asia Pacific › Shanghai › Jimin Lee/,
    );
    expect(chapter("people")).to.match(
      /Company KWGlobal Caleb Wang Jimin Lee Department Consulting Region Asia Pacific City Shanghai Supervisor Jimin Lee Peter Parker Department Customer Service/,
    );
    expect(chapter("people")).to.match(/Lunch Agents at lunch Break/);
  });

  it("shows what the center's own security profiles allow, where it has some", async () => {
    const none = read(await documentOf({ securityProfiles: [] }));
    expect(none).not.to.include("Security profiles of the center");
    const lead = { name: "Lead", description: "Leads", permissions: ["Users.View"] };
    expect(read(await documentOf({ securityProfiles: [lead] }))).to.match(
      /Security profiles of the center .*Permissions Lead Leads Users\.View/,
    );
  });

  it("shows the vanity-number service with what its role may do", () => {
    expect(chapter("vanity-numbers")).to.match(
      /recordVanityNumber .*Flows may invoke it yes Role Lambda-DynamoDB Policies AWSLambdaBasicExecutionRole On the table dynamodb:GetItem.*Table cus-phone-vanity-number/,
    );
  });

  it("lists every resource of the stack, and which are guarded", () => {
    const addresses = synthesize().addresses();
    expect(chapter("resources")).to.match(new RegExp(`Resources ${addresses.length} `));
    for (const address of addresses) {
      expect(chapter("resources")).to.include(` ${address} `);
    }
    expect(chapter("resources")).to.match(/aws_connect_instance\.instance guarded/);
  });

  it("follows the value", async () => {
    const queues = KWGLOBAL.queues.map((queue) => ({ ...queue, maxContacts: 7 }));
    expect(read(await documentOf({ queues }))).to.include("at most 7");
  });

  it("escapes what people wrote", async () => {
    const agentStatuses = [{ name: "<script>", description: 'R&D "now"' }];
    const other = await documentOf({ agentStatuses });
    expect(other).to.not.include("<script");
    expect(other).to.include("&lt;script&gt;").and.include("R&amp;D &quot;now&quot;");
  });

  it("needs nothing from elsewhere", () => {
    expect(page).to.not.match(/\b(src|href)="(?!#)|@import|url\((?!#)|<(script|link|iframe)\b/);
    // The name of SVG's vocabulary is no address that is fetched.
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).to.not.match(/https?:\/\//);
  });

  it("is well formed: elements close, ids are single, links arrive", () => {
    expect(
      unbalanced(page.replace(/<!doctype html>|<meta[^>]*>|<style>[\s\S]*?<\/style>/g, "")),
    ).to.deep.equal([]);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const targets = [
      ...page.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)|aria-labelledby="([^"]+)"/g),
    ];
    for (const target of targets.flatMap(([, ...names]) =>
      names.filter(Boolean).join(" ").split(" "),
    )) {
      expect(ids).to.include(target);
    }
  });

  it("is the same for the same center", async () => {
    expect(await documentOf()).to.equal(page);
  });
});
