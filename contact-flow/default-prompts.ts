/** The prompts that every new instance has. */
export const DEFAULT_PROMPTS: readonly string[] = [
  "Beep.wav",
  "CustomerHold.wav",
  "CustomerQueue.wav",
  "Music_Jazz_MyTimetoFly_Inst.wav",
  "Music_Pop_ThisAndThatIsLife_Inst.wav",
  "Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav",
  "Music_Rock_EverywhereTheSunShines_Inst.wav",
];
