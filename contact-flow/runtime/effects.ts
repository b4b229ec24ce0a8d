import type { Exit } from "../exits";
import type { Json } from "../json";
import type { Ending } from "./state";

/** What is to be heard. */
export type Speech =
  | { readonly text: string }
  | { readonly ssml: string }
  | { readonly prompt: string }
  | { readonly media: string };

/** What a timer is for; a picture of the call can tell them apart. */
export type TimerFor = "input" | "nextDigit" | "interrupt" | "lambda" | "wait" | "retry";

/** A callback that a flow asks for. @see API CreateCallbackContact */
export interface CallbackRequest {
  readonly queue?: string;
  readonly number: string;
  readonly delaySeconds: number;
  readonly retryDelaySeconds: number;
  /** The number of calls at most. */
  readonly attempts: number;
  /** A flow to run once the callback is made, in place of the queue. */
  readonly flow?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * What the interpreter asks of the world. It does nothing itself: whoever drives it plays the
 * speech, keeps the time, calls the function, and answers with the event of the same id.
 */
export type Effect =
  /** An action begins. */
  | { readonly type: "entered"; readonly flow: string; readonly action: string }
  /** An exit is taken; `exit` is its key (`NextAction`, `Conditions[0]`, `Errors[1]`). */
  | { readonly type: "took"; readonly flow: string; readonly action: string; readonly exit: string }
  /** Play this; answer `spoken`. */
  | {
      readonly type: "say";
      readonly id: number;
      readonly to: "customer" | "agent";
      readonly speech: Speech;
      /** A key cuts it short. */
      readonly bargeIn: boolean;
      /** It is one of the messages of Loop prompts, and comes again. */
      readonly looping: boolean;
    }
  /** Stop what is playing. */
  | { readonly type: "hush" }
  /** Answer `timer` after so many seconds, unless stopped. */
  | {
      readonly type: "startTimer";
      readonly id: number;
      readonly seconds: number;
      readonly for: TimerFor;
    }
  | { readonly type: "stopTimer"; readonly id: number }
  /** Invoke the function; answer `lambdaAnswered` or `lambdaFailed`. */
  | {
      readonly type: "invokeLambda";
      readonly id: number;
      readonly functionArn: string;
      readonly asynchronous: boolean;
      readonly payload: Json;
    }
  /** Answer `metrics`. */
  | { readonly type: "readMetrics"; readonly id: number; readonly queue: string }
  /** Answer `percentage`. */
  | { readonly type: "drawPercentage"; readonly id: number }
  /** Answer `queued` or `queueFull`. */
  | {
      readonly type: "enterQueue";
      readonly id: number;
      readonly queue: string;
      readonly priority: number;
      readonly timeAdjustmentSeconds: number;
    }
  | { readonly type: "leftQueue"; readonly queue: string }
  /** Answer `callbackMade` or `callbackRefused`. */
  | { readonly type: "makeCallback"; readonly id: number; readonly callback: CallbackRequest }
  /** Answer `reached` or `notReached`. */
  | {
      readonly type: "dial";
      readonly id: number;
      readonly number: string;
      readonly who: "customer" | "thirdParty";
      readonly seconds: number;
    }
  /** The action can't be run here: answer `exitTaken`. */
  | {
      readonly type: "chooseExit";
      readonly id: number;
      readonly action: string;
      readonly why: string;
      readonly exits: readonly Pick<Exit, "key" | "label">[];
    }
  /** A task for the agents. */
  | { readonly type: "makeTask"; readonly name: string; readonly description: string }
  /** What becomes of the contact that this one came from. */
  | { readonly type: "holdPrevious"; readonly state: string }
  | { readonly type: "connected"; readonly agent: string }
  | { readonly type: "ended"; readonly ending: Ending };
