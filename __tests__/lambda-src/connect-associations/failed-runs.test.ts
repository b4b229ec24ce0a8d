import { expect } from "chai";

import type { DesiredState } from "../../../lambda-src/connect-associations/desired-state";
import { Reconciler } from "../../../lambda-src/connect-associations/reconciler";
import { type AssociatedThing, type Kind, KINDS } from "../../support/associated-things";
import { type FaultyConnect, faultyConnect } from "../../support/faulty-connect";
import { LambdaInvocation } from "../../support/lambda-invocation";

const PREFIX = "/connect-associations/";

/** A thing that is set, and Terraform that remembers it. */
interface Scene extends AssociatedThing, Kind {
  readonly under: FaultyConnect;
  readonly invocation: LambdaInvocation;
}

/** A way for a run to fail, after which the thing is there and not wanted. */
interface Failure {
  readonly title: string;
  /** @default - the thing has been set by a run that ended well */
  readonly begins?: "with nothing";
  readonly fails: (scene: Scene) => Promise<void>;
}

const FAILURES: readonly Failure[] = [
  {
    title: "the run that drops it fails, and the next one, too",
    fails: async ({ under, invocation, after, notTakenBack }) => {
      under.faults.set(notTakenBack);
      await fails(invocation.apply(after));
      await fails(invocation.apply(after));
    },
  },
  {
    title: "the function that is to drop it isn't reached",
    fails: ({ invocation, after }) => fails(invocation.apply(after, { arrives: false })),
  },
  {
    title: "nothing can be recorded before it is dropped",
    fails: async ({ under, invocation, after }) => {
      under.parameters.refuses = () => true;
      await fails(invocation.apply(after));
    },
  },
  {
    title: "the first run sets it and breaks off",
    begins: "with nothing",
    fails: async ({ under, invocation, before, halfWay = {} }) => {
      under.faults.set(halfWay);
      await fails(invocation.apply(before));
    },
  },
  {
    title: "the first run sets it and can't record its end",
    begins: "with nothing",
    fails: async ({ under, invocation, before }) => {
      under.parameters.refuses = refusesTheEnd;
      await fails(invocation.apply(before));
    },
  },
];

const refusesTheEnd = (value: string) => value.includes('"run"');

async function fails(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).to.be.instanceOf(Error);
}

describe("A thing that is no longer wanted", () => {
  let log: typeof console.error;
  before(() => {
    log = console.error;
    // The functions log each failure.
    console.error = () => undefined;
  });
  after(() => {
    console.error = log;
  });

  for (const [what, kind] of Object.entries(KINDS)) {
    describe(`(${what})`, () => {
      const under = faultyConnect();
      const goodDay = () => {
        under.faults.set({});
        under.parameters.refuses = () => false;
      };
      beforeEach(goodDay);

      const scene = async ({ begins }: Pick<Failure, "begins"> = {}): Promise<Scene> => {
        const client = under.client(1);
        const thing = await kind.setUp({ client, instanceId: under.instanceId });
        under.parameters.put(`${PREFIX}${thing.before.kind}`, '{"owned":[]}');
        const invocation = new LambdaInvocation(new Reconciler(client, under.ssm(), PREFIX));
        if (begins === undefined) {
          await invocation.apply(thing.before);
          expect(await invocation.plan(thing.before)).to.equal(undefined);
        }
        return { ...kind, ...thing, under, invocation };
      };

      /** One apply, and nothing is left to do. */
      const converges = async ({ invocation }: Scene, desired: DesiredState): Promise<void> => {
        await invocation.apply(desired);
        expect(await invocation.plan(desired)).to.equal(undefined);
      };

      it("is taken back by the next run", async () => {
        const here = await scene();
        expect(await here.invocation.plan(here.after)).to.match(kind.reason);
        await converges(here, here.after);
        expect(await here.isThere()).to.equal(false);
      });

      for (const failure of FAILURES) {
        if (failure.title.endsWith("breaks off") && kind.halfWay === undefined) {
          continue; // Terraform makes one call, which is done or isn't.
        }
        it(`shows in the next plan and is taken back where ${failure.title}`, async () => {
          const here = await scene(failure);
          await failure.fails(here);
          goodDay();
          expect(await here.isThere()).to.equal(true);
          expect(await here.invocation.plan(here.after)).to.match(kind.reason);
          await converges(here, here.after);
          expect(await here.isThere()).to.equal(false);
        });
      }

      describe("where the run that drops it fails", () => {
        const afterFailure = async () => {
          const here = await scene();
          under.faults.set(kind.notTakenBack);
          await fails(here.invocation.apply(here.after));
          goodDay();
          return here;
        };

        it("stays if it is wanted again", async () => {
          const here = await afterFailure();
          await converges(here, here.before);
          expect(await here.isThere()).to.equal(true);
        });

        it("goes with the association", async () => {
          const here = await afterFailure();
          await here.invocation.destroy();
          expect(await here.isThere()).to.equal(false);
        });
      });

      for (const [lost, value] of Object.entries({
        "can't be read": "none",
        "was made anew": '{"owned":[]}',
      })) {
        it(`is taken back though the record ${lost}, which the plan tells`, async () => {
          const here = await scene();
          under.parameters.put(`${PREFIX}${here.after.kind}`, value);
          expect(await here.invocation.plan(here.before)).to.match(/record/);
          await converges(here, here.after);
          expect(await here.isThere()).to.equal(false);
        });
      }

      it("goes with an association that is replaced", async () => {
        const here = await scene();
        await here.invocation.destroy();
        await converges(here, here.after);
        expect(await here.isThere()).to.equal(false);
      });

      it("goes with the association after all where that fails at first", async () => {
        const here = await scene();
        under.faults.set(kind.notTakenBack);
        await fails(here.invocation.destroy());
        goodDay();
        await here.invocation.destroy();
        expect(await here.isThere()).to.equal(false);
      });
    });
  }
});
