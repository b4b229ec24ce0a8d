import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectContactFlow } from "@cdktf/provider-aws/lib/connect-contact-flow";
import { Construct } from "constructs";

import { renderTemplate, type TemplateResources } from "../contact-flow/template";
import type { FlowValue } from "./contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";
import { terraformText } from "./terraform-text";

const TEMPLATES = join(__dirname, "..", "flow-templates");

/** Properties of a {@link ContactFlow}. */
export interface ContactFlowProps {
  readonly instance: Instance;
  readonly value: FlowValue;
  /** What holes such as `{{queue:Customer Service}}` may name, by kind. */
  readonly resources: Readonly<Record<string, TemplateResources>>;
}

/**
 * A contact flow, rendered from its template; the holes become references to resources. What it
 * says and does was judged with the value (validation/flows.ts).
 */
export class ContactFlow extends Construct {
  public readonly contactFlowId: string;
  public readonly arn: string;
  /** The flow's JSON. */
  public readonly content: string;

  /**
   * @throws TemplateError with every fault of the template.
   */
  public constructor(
    scope: Construct,
    id: string,
    { instance, value, resources }: ContactFlowProps,
  ) {
    super(scope, id);
    const content = renderTemplate(readFileSync(join(TEMPLATES, value.template), "utf8"), {
      file: `flow-templates/${value.template}`,
      values: value.values,
      resources,
      escape: terraformText,
    });
    const flow = new ConnectContactFlow(this, "Resource", {
      instanceId: instance.instanceId,
      name: value.name,
      description: value.description,
      type: value.type,
      lifecycle: DELETED_AFTER_DEPENDENTS,
      content,
    });
    this.contactFlowId = flow.contactFlowId;
    this.arn = flow.arn;
    this.content = content;
  }
}
