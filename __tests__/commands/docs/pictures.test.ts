import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { type Block, Configuration } from "../../../commands/docs/configuration";
import { flowPictures } from "../../../commands/docs/pictures";
import { KWGLOBAL } from "../../../kwglobal";
import { DEV, PROD, synthesize } from "../../support/synthesized";

const DOCS = join(__dirname, "..", "..", "..", "docs");

describe("The flows' pictures in docs/", () => {
  for (const environment of [PROD, DEV]) {
    it(`show the flows as they are in ${environment.name}; npm run docs draws them anew`, async () => {
      const configuration = new Configuration(synthesize({}, environment).json as Block);
      const pictures = await flowPictures(configuration, KWGLOBAL);
      expect([...pictures.keys()].sort()).to.deep.equal(
        readdirSync(DOCS)
          .filter((file) => file.endsWith(".svg"))
          .sort(),
      );
      for (const [name, picture] of pictures) {
        if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(join(DOCS, name), picture);
        expect(
          picture === readFileSync(join(DOCS, name), "utf8"),
          `docs/${name} is stale: npm run docs`,
        ).to.equal(true);
      }
    });
  }
});
