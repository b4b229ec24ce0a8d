export { CallExpectationError } from "./call-expectation-error";
export { type Dial, dial, type Caller } from "./caller";
export { Coverage } from "./coverage";
export { PhoneCall, type Utterance } from "./phone-call";
export { type LambdaBehaviour, World, type WorldOptions } from "./world";
export { type Proposal, proposeCalls } from "./proposal";
