import { idOf } from "../../contact-flow/runtime";
import type { QuickConnect, User } from "../connect/store/store";
import { type Agent, statusNamed } from "./agents";
import type { LiveContact } from "./contact";
import { type Place, quickConnectsOf } from "./directory";
import type { Exchange } from "./exchange";
import { Refusal } from "./refusal";

/** What an agent can do at the desk. Each throws a {@link Refusal} at the wrong moment. */
export class Desk {
  private readonly agent: Agent;
  private readonly place: Place & { readonly user: User };

  /** @throws Refusal if the id is no user's */
  public constructor(
    private readonly exchange: Exchange,
    userId: string,
  ) {
    this.agent = exchange.agents.find(userId);
    this.place = exchange.directory.user(userId);
  }

  /** Chooses a status, which also ends after call work and makes up for a missed call. */
  public setStatus(name: string): void {
    const { agent } = this;
    agent.statusId = statusNamed(this.place.instance, name).AgentStatusId;
    if (agent.contact === undefined) this.exchange.agents.turnTo(agent, "idle");
    this.exchange.changed();
  }

  public accept(): void {
    this.ringing();
    this.exchange.distribution.accept(this.agent, this.place.user);
  }

  /** Lets somebody else have the call. Until a new status is chosen, none rings here. */
  public decline(): void {
    const contact = this.ringing();
    contact.options.trace?.add("agent", `${this.place.user.Username} declines`);
    this.exchange.agents.turnTo(this.agent, "missed");
    this.exchange.changed();
  }

  /** Hangs up: the caller stays on the line if there is a disconnect flow. */
  public hangUp(): void {
    const contact = this.speaking();
    if (contact.state.connected) contact.happens({ type: "agentHangsUp" });
    else contact.end("agent");
  }

  public hold(): void {
    this.talking().happens({ type: "hold", party: "customer" });
  }

  public resume(): void {
    this.talking().happens({ type: "retrieve" });
  }

  /** Ends after call work. */
  public finish(): void {
    if (this.agent.activity !== "afterCallWork") throw new Refusal("there is no after call work");
    this.exchange.agents.turnTo(this.agent, "idle");
    this.exchange.changed();
  }

  /**
   * Transfers the caller by a quick connect, and leaves the call: the caller hears the transfer's
   * flow in a contact of its own, as Connect has it.
   */
  public transfer(quickConnectId: string): void {
    const contact = this.talking();
    const { instance, user } = this.place;
    const quickConnects = quickConnectsOf(instance, user);
    const chosen = quickConnects.find((each) => each.QuickConnectId === quickConnectId);
    if (chosen === undefined) {
      const names = quickConnects.map(({ Name, QuickConnectId }) => `${Name} (${QuickConnectId})`);
      throw new Refusal(
        `quickConnect must be one of ${names.join(", ")}, got ${quickConnectId}`,
        404,
      );
    }
    contact.options.trace?.add("agent", `${user.Username} transfers to ${chosen.Name}`);
    this.carryOut(contact, chosen);
  }

  private carryOut(contact: LiveContact, { Name, QuickConnectConfig }: QuickConnect): void {
    const { QueueConfig, UserConfig, PhoneConfig } = QuickConnectConfig;
    const { line } = contact.options;
    const { attributes, customerNumber, systemNumber } = contact.state.contact;
    const telephone = this.exchange.telephone(line);
    if (PhoneConfig?.PhoneNumber !== undefined) {
      if (contact.written !== undefined)
        contact.written.told.transferredTo = PhoneConfig.PhoneNumber;
      contact.end("transfer");
      telephone.connectOutside({ name: Name, number: PhoneConfig.PhoneNumber });
      return;
    }
    const target =
      QueueConfig === undefined
        ? { targetAgent: idOf(UserConfig?.UserId ?? "") }
        : { targetQueue: idOf(QueueConfig.QueueId ?? "") };
    const flow = idOf(QueueConfig?.ContactFlowId ?? UserConfig?.ContactFlowId ?? "");
    const next = this.exchange.startContact(
      contact.options,
      line,
      flow,
      {
        initiationMethod: "TRANSFER",
        attributes,
        ...(customerNumber === undefined ? {} : { customerNumber }),
        ...(systemNumber === undefined ? {} : { systemNumber }),
        ...target,
      },
      contact.options.id,
    );
    contact.end("transfer");
    telephone.connect(next);
  }

  private ringing(): LiveContact {
    const { activity, contact } = this.agent;
    if (activity !== "ringing" || contact === undefined) {
      throw new Refusal(`no call rings at ${this.place.user.Username}`);
    }
    return contact;
  }

  /** The contact that the agent has taken, also while the caller is still being rung. */
  private speaking(): LiveContact {
    const { activity, contact } = this.agent;
    if (activity !== "onContact" || contact === undefined) {
      throw new Refusal(`${this.place.user.Username} has no call`);
    }
    return contact;
  }

  private talking(): LiveContact {
    const contact = this.speaking();
    if (!contact.state.connected) {
      throw new Refusal(`${this.place.user.Username} is not connected with the caller yet`);
    }
    return contact;
  }
}
