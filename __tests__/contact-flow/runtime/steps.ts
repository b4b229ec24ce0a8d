import {
  advance,
  type CallState,
  type ContactCenter,
  type Effect,
  type Happening,
  type NewContact,
  startCall,
} from "../../../contact-flow/runtime";

/** A call that a test takes event by event, with all that has been asked of the world. */
export class Steps {
  public readonly asked: Effect[] = [];
  public state: CallState;

  public constructor(
    private readonly center: ContactCenter,
    contact: Partial<NewContact> = {},
  ) {
    const { state, effects } = startCall(
      center,
      "main",
      { id: "1", customerNumber: "+13025550123", ...contact },
      0,
    );
    this.state = state;
    this.asked.push(...effects);
  }

  /** What the world is asked for because of this event. */
  public happens(event: Happening): Effect[] {
    const { state, effects } = advance(this.center, this.state, event, this.state.now + 1000);
    this.state = state;
    this.asked.push(...effects);
    return effects.filter(({ type }) => type !== "entered" && type !== "took");
  }

  /** The last thing of that kind that was asked for. */
  public last<Type extends Effect["type"]>(type: Type): Effect & { readonly type: Type } {
    const found = this.asked.filter((each) => each.type === type).at(-1);
    if (found === undefined) throw new Error(`nothing of the kind ${type} has been asked for`);
    return found as Effect & { readonly type: Type };
  }

  /** The words that were said last. */
  public get said(): string {
    return Object.values(this.last("say").speech).join();
  }
}
