import { App } from "cdktf";

import { ContactCenterStack } from "../constructs/contact-center-stack";
import { ENVIRONMENTS } from "../kwglobal";
import { generatedCenter } from "./generated-center";

/** `synthesize-generated.ts OUTDIR QUEUES USERS QUICK_CONNECTS` writes one stack, `generated`. */
const [outdir = "", queues, users, quickConnects] = process.argv.slice(2);
const environment = ENVIRONMENTS.find(({ name }) => name === "prod");
if (environment === undefined) {
  throw new Error("the generated center stands in production's environment");
}
const app = new App({ outdir, stackTraces: false });
new ContactCenterStack(app, "generated", {
  environment,
  center: generatedCenter({
    queues: Number(queues),
    users: Number(users),
    quickConnects: Number(quickConnects),
  }),
});
app.synth();
