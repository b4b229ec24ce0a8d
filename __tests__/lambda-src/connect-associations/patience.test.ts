import { expect } from "chai";

import { patiently } from "../../../lambda-src/connect-associations/patience";

class AccessDenied extends Error {
  public override readonly name = "AccessDeniedException";
}

describe("Patience with a new role", () => {
  it("tries again while access is denied", async () => {
    let attempts = 0;
    await patiently(() => {
      attempts += 1;
      return attempts < 4 ? Promise.reject(new AccessDenied("not yet")) : Promise.resolve();
    }, 0);
    expect(attempts).to.equal(4);
  });

  it("ends: what is denied twelve times is denied for good", async () => {
    let attempts = 0;
    const failure: unknown = await patiently(() => {
      attempts += 1;
      return Promise.reject(new AccessDenied("never"));
    }, 0).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(AccessDenied);
    expect(attempts).to.equal(12);
  });

  it("has none with anything else", async () => {
    let attempts = 0;
    await patiently(() => {
      attempts += 1;
      return Promise.reject(new Error("broken"));
    }, 0).catch(() => undefined);
    expect(attempts).to.equal(1);
  });
});
