import type { Effect, Happening, Speech } from "../../contact-flow/runtime";
import type { Instance } from "../connect/store/store";
import { secondsOf } from "./speech-length";
import type { Timeline } from "./timeline";
import type { Trace } from "./trace";
import type { Saying } from "./views";

type EffectOf<Type extends Effect["type"]> = Effect & { readonly type: Type };

/** What is heard on a contact's line, and the timers that run beside it. */
export class Line {
  /** What is heard now. */
  public saying: Saying | undefined;
  private speeches = 0;
  private stopSpeech: (() => void) | undefined;
  private readonly timers = new Map<number, () => void>();

  /** @param happens takes the answers: a speech that is over, a timer that has run out */
  public constructor(
    private readonly timeline: Timeline,
    private readonly options: { readonly instance: Instance; readonly trace: Trace | undefined },
    private readonly happens: (event: Happening) => void,
  ) {}

  /** Says or plays something, in place of what was heard before. */
  public say({ id, to, speech }: EffectOf<"say">): void {
    this.hush();
    const text = textOf(speech);
    const recording = this.recordingOf(speech);
    this.speeches += 1;
    this.saying = {
      id: this.speeches,
      to,
      ...(text === undefined ? {} : { text }),
      ...(recording === undefined ? {} : { recording }),
    };
    this.options.trace?.add("speech", text === undefined ? `♪ ${recording ?? ""}` : `“${text}”`);
    this.stopSpeech = this.timeline.after(secondsOf(speech, recording), () => {
      this.saying = undefined;
      this.happens({ type: "spoken", id });
    });
  }

  /** Lets nothing be heard. */
  public hush(): void {
    this.stopSpeech?.();
    this.stopSpeech = undefined;
    this.saying = undefined;
  }

  /** A function runs in the time of the machine, however fast the exchange's own goes. */
  public startTimer({ id, seconds, for: purpose }: EffectOf<"startTimer">): void {
    const ring = () => {
      this.timers.delete(id);
      if (purpose === "lambda") {
        this.options.trace?.add("error", `the function has not answered within ${seconds} s`);
      }
      this.happens({ type: "timer", id });
    };
    if (purpose === "lambda") {
      const timer = setTimeout(ring, seconds * 1000);
      this.timers.set(id, () => {
        clearTimeout(timer);
      });
    } else {
      this.timers.set(id, this.timeline.after(seconds, ring));
    }
  }

  public stopTimer(id: number): void {
    this.timers.get(id)?.();
    this.timers.delete(id);
  }

  /** Ends all of it. */
  public stop(): void {
    this.hush();
    for (const id of [...this.timers.keys()]) this.stopTimer(id);
  }

  private recordingOf(speech: Speech): string | undefined {
    if ("media" in speech) return speech.media;
    if (!("prompt" in speech)) return undefined;
    return this.options.instance.prompts.get(speech.prompt)?.Name ?? speech.prompt;
  }
}

function textOf(speech: Speech): string | undefined {
  if ("text" in speech) return speech.text.trim();
  return "ssml" in speech ? speech.ssml.replace(/<[^>]*>/g, " ").trim() : undefined;
}
