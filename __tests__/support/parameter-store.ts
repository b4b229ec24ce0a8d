import type { Service, ServiceResponse } from "../../sandbox/gateway/http";
import { problem } from "../../sandbox/gateway/problem";

interface Parameter {
  readonly Value: string;
  readonly Version: number;
}

/**
 * Parameter Store, as far as the associations call it, so that their tests need no process. The
 * end-to-end tests use moto's.
 */
export class ParameterStore {
  /** Whether a write of this value is refused. */
  public refuses: (value: string) => boolean = () => false;
  private readonly parameters = new Map<string, Parameter>();

  /** Makes a parameter, as Terraform does. */
  public put(name: string, value: string): void {
    const { Version = 0 } = this.parameters.get(name) ?? {};
    this.parameters.set(name, { Value: value, Version: Version + 1 });
  }

  public value(name: string): string | undefined {
    return this.parameters.get(name)?.Value;
  }

  public delete(name: string): void {
    this.parameters.delete(name);
  }

  /** Answers GetParameter and PutParameter, which overwrites. */
  public readonly handle: Service = ({ headers, body }) => {
    const { Name, Value } = JSON.parse(body.toString()) as Record<"Name" | "Value", string>;
    const operation = String(headers["x-amz-target"]).replace(/^.*\./, "");
    return Promise.resolve(
      operation === "GetParameter" ? this.got(Name) : this.written(Name, Value),
    );
  };

  private got(name: string): ServiceResponse {
    const parameter = this.parameters.get(name);
    return parameter === undefined
      ? problem(400, "ParameterNotFound", `there is no parameter ${name}`)
      : json({ Parameter: { Name: name, ...parameter } });
  }

  private written(name: string, value: string): ServiceResponse {
    if (!this.parameters.has(name)) {
      return problem(400, "ValidationException", "a parameter that is new needs a type");
    }
    if (this.refuses(value)) {
      return problem(400, "TooManyUpdates", "there are concurrent updates");
    }
    this.put(name, value);
    return json({ Version: this.parameters.get(name)?.Version, Tier: "Standard" });
  }
}

const json = (body: object): ServiceResponse => ({
  status: 200,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: JSON.stringify(body),
});
