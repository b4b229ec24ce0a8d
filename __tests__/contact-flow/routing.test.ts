import { expect } from "chai";
import fc from "fast-check";

import {
  offersOf,
  type ReadyAgent,
  secondsToNextOffer,
  type WaitingContact,
} from "../../contact-flow/routing";

const waiting = (
  id: string,
  queue: string,
  waitedSeconds: number,
  other: Partial<WaitingContact> = {},
): WaitingContact => ({
  id,
  queue,
  waitedSeconds,
  ageSeconds: waitedSeconds,
  priority: 5,
  ...other,
});

/** Peter's routing profile: consulting first, customer service after 15 seconds. */
const peter: ReadyAgent = {
  id: "peter",
  readySeconds: 60,
  serves: [
    { queue: "consulting", priority: 1, delaySeconds: 0 },
    { queue: "service", priority: 2, delaySeconds: 15 },
  ],
};

const mary: ReadyAgent = {
  id: "mary",
  readySeconds: 30,
  serves: [{ queue: "service", priority: 1, delaySeconds: 0 }],
};

describe("Routing", () => {
  it("gives Peter a customer service call after 15 seconds, and not before", () => {
    expect(offersOf([waiting("a", "service", 14.9)], [peter])).to.deep.equal([]);
    expect(offersOf([waiting("a", "service", 15)], [peter])).to.deep.equal([
      { contact: "a", agent: "peter" },
    ]);
  });

  it("gives Peter a consulting call first, however long customer service has waited", () => {
    const contacts = [waiting("service", "service", 600), waiting("consulting", "consulting", 1)];
    expect(offersOf(contacts, [peter])).to.deep.equal([{ contact: "consulting", agent: "peter" }]);
  });

  it("lets the longest waiting be served first in a queue", () => {
    const contacts = [waiting("new", "service", 5), waiting("old", "service", 50)];
    expect(offersOf(contacts, [mary])).to.deep.equal([{ contact: "old", agent: "mary" }]);
  });

  it("lets a contact of higher priority be served before older ones", () => {
    const contacts = [
      waiting("old", "service", 50),
      waiting("urgent", "service", 5, { priority: 1 }),
    ];
    expect(offersOf(contacts, [mary])).to.deep.equal([{ contact: "urgent", agent: "mary" }]);
  });

  it("counts what Change routing age has added for the order, but not for the delay", () => {
    const aged = waiting("aged", "service", 5, { ageSeconds: 300 });
    expect(offersOf([waiting("old", "service", 50), aged], [mary])).to.deep.equal([
      { contact: "aged", agent: "mary" },
    ]);
    expect(offersOf([aged], [peter])).to.deep.equal([]);
  });

  // "Priority takes precedence": the queue's in the routing profile decides before a contact's own,
  // which is "compared to other contacts in the queue" (administrator guide, Queues: priority and
  // delay examples; Change routing priority / age).
  it("lets the queue's priority go before the contact's, whichever is listed first", () => {
    const consulting = waiting("consulting", "consulting", 20, { priority: 9 });
    const service = waiting("service", "service", 20, { priority: 1 });
    for (const contacts of [
      [consulting, service],
      [service, consulting],
    ]) {
      expect(offersOf(contacts, [peter])).to.deep.equal([
        { contact: "consulting", agent: "peter" },
      ]);
    }
  });

  it("treats queues of one priority as one line", () => {
    const both: ReadyAgent = {
      ...mary,
      serves: [
        { queue: "consulting", priority: 1, delaySeconds: 0 },
        { queue: "service", priority: 1, delaySeconds: 0 },
      ],
    };
    const contacts = [waiting("new", "consulting", 5), waiting("old", "service", 50)];
    expect(offersOf(contacts, [both])).to.deep.equal([{ contact: "old", agent: "mary" }]);
  });

  it("lets the agent who has been ready for longest have the call", () => {
    expect(offersOf([waiting("a", "service", 20)], [mary, peter])).to.deep.equal([
      { contact: "a", agent: "peter" },
    ]);
  });

  it("puts an agent's own queue before all others", () => {
    const contacts = [waiting("service", "service", 600), waiting("own", "mary", 0)];
    expect(offersOf(contacts, [mary])).to.deep.equal([{ contact: "own", agent: "mary" }]);
  });

  it("says when the next delay is over", () => {
    expect(secondsToNextOffer([waiting("a", "service", 4)], [peter])).to.equal(11);
    expect(secondsToNextOffer([waiting("a", "service", 16)], [peter])).to.equal(undefined);
    expect(secondsToNextOffer([waiting("a", "other", 4)], [peter])).to.equal(undefined);
  });

  describe("whoever waits and whoever is ready", () => {
    const QUEUES = ["q1", "q2", "q3"];
    const contacts = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 99 }).map((id) => `c${id}`),
        queue: fc.constantFrom(...QUEUES, "a0", "a1"),
        waitedSeconds: fc.integer({ min: 0, max: 60 }),
        ageSeconds: fc.integer({ min: 0, max: 90 }),
        priority: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    const agents = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 9 }).map((id) => `a${id}`),
        readySeconds: fc.integer({ min: 0, max: 60 }),
        serves: fc.uniqueArray(
          fc.record({
            queue: fc.constantFrom(...QUEUES),
            priority: fc.integer({ min: 1, max: 3 }),
            delaySeconds: fc.integer({ min: 0, max: 40 }),
          }),
          { selector: ({ queue }) => queue },
        ),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    );
    const mayHave = (agent: ReadyAgent, contact: WaitingContact): boolean =>
      contact.queue === agent.id ||
      agent.serves.some(
        ({ queue, delaySeconds }) =>
          queue === contact.queue && contact.waitedSeconds >= delaySeconds,
      );

    it("nobody gets two, and nobody gets what the routing profile does not allow", () => {
      fc.assert(
        fc.property(contacts, agents, (waiting, ready) => {
          const offers = offersOf(waiting, ready);
          expect(new Set(offers.map(({ agent }) => agent)).size).to.equal(offers.length);
          expect(new Set(offers.map(({ contact }) => contact)).size).to.equal(offers.length);
          for (const offer of offers) {
            const agent = ready.find(({ id }) => id === offer.agent);
            const contact = waiting.find(({ id }) => id === offer.contact);
            expect(agent && contact && mayHave(agent, contact)).to.equal(true);
          }
        }),
      );
    });

    it("no agent stays idle while a contact that the agent may have is left", () => {
      fc.assert(
        fc.property(contacts, agents, (waiting, ready) => {
          const offers = offersOf(waiting, ready);
          const idle = ready.filter(({ id }) => !offers.some(({ agent }) => agent === id));
          const left = waiting.filter(({ id }) => !offers.some(({ contact }) => contact === id));
          expect(idle.some((agent) => left.some((contact) => mayHave(agent, contact)))).to.equal(
            false,
          );
        }),
      );
    });

    it("no older contact of the same queue and priority is left for a newer one", () => {
      fc.assert(
        fc.property(contacts, agents, (waiting, ready) => {
          const offers = offersOf(waiting, ready);
          for (const offer of offers) {
            const agent = ready.find(({ id }) => id === offer.agent);
            const served = waiting.find(({ id }) => id === offer.contact);
            for (const left of waiting) {
              const better =
                left.queue === served?.queue &&
                left.priority === served.priority &&
                left.ageSeconds > served.ageSeconds &&
                agent !== undefined &&
                mayHave(agent, left);
              if (better) expect(offers.map(({ contact }) => contact)).to.include(left.id);
            }
          }
        }),
      );
    });

    it("an offer comes when the next delay is over, and none comes before", () => {
      const later = (contact: WaitingContact, seconds: number): WaitingContact => ({
        ...contact,
        waitedSeconds: contact.waitedSeconds + seconds,
      });
      fc.assert(
        fc.property(contacts, agents, (waiting, ready) => {
          fc.pre(offersOf(waiting, ready).length === 0);
          const seconds = secondsToNextOffer(waiting, ready);
          const at = (time: number) =>
            offersOf(
              waiting.map((each) => later(each, time)),
              ready,
            );
          if (seconds === undefined) {
            expect(at(3600)).to.deep.equal([]);
          } else {
            expect(at(seconds - 0.001)).to.deep.equal([]);
            expect(at(seconds)).not.to.deep.equal([]);
          }
        }),
      );
    });
  });
});
