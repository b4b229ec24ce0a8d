import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { requires } from "../support/requirements";

const PROJECT = join(__dirname, "..", "..");

describe("npm start", () => {
  requires("terraform", "moto_server", "provider");

  it("brings up the whole center and reads it back", async () => {
    const { exitCode, all } = await execa(
      "npm",
      ["start", "--silent", "--", "--port", "0", "--once"],
      { cwd: PROJECT, env: { AWS_PROFILE: "a-real-account" }, all: true, reject: false },
    );
    expect(exitCode, all).to.equal(0);
    for (const fact of [
      /kwglobal \([0-9a-f-]{36}\)/,
      /\+1302\d{7} → KWGlobal Main Menu/,
      /Customer Service .*KWGlobal business hours .*Business Consulting/,
      /Business Consulting \(1, 0 s\)/,
      /peter\.parker/,
      /Available, Offline, Lunch, Break, Meeting/,
      /recordVanityNumber/,
      /cus-phone-vanity-number/,
      /aws connect describe-instance --instance-id/,
    ]) {
      expect(all).to.match(fact);
    }
    expect(all, "no password is ever shown").not.to.match(/Aa1\S{20}/);
  });
});
