import type { ServiceRequest, ServiceResponse } from "./http";
import type { Random } from "../../contact-flow/simulation/random";

/** A signed request, as a fault sees it. */
export interface FaultyCall {
  readonly request: ServiceRequest;
  /** Signing name of the service. */
  readonly service: string;
  readonly region: string;
  readonly operation: string;
}

/**
 * A way to behave badly: answers in a service's place, or spoils what the service answers.
 *
 * @param call - The request.
 * @param serve - Lets the service do the work; at most once.
 * @throws BrokenConnection where the client gets no whole answer.
 */
export type Fault = (
  call: FaultyCall,
  serve: () => Promise<ServiceResponse>,
) => Promise<ServiceResponse>;

/** What faults are made with. */
export interface FaultContext {
  readonly random: Random;
  /** Milliseconds; a test may turn the clock. */
  readonly now: () => number;
  /** Counts that a fault has struck. */
  readonly struck: (fault: string) => void;
  /** Breaks every connection, and refuses new ones for so many milliseconds. */
  readonly refuse: (milliseconds: number) => void;
}

/** The connection ends without a whole answer. */
export class BrokenConnection extends Error {
  /** @param answer - Of this answer the client gets the head and half the body; else nothing. */
  public constructor(public readonly answer?: ServiceResponse) {
    super("a fault that was asked for broke the connection");
  }
}
