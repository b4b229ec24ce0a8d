import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectContactFlow } from "@cdktf/provider-aws/lib/connect-contact-flow";
import { Construct } from "constructs";

import { renderTemplate, type TemplateResources } from "../../contact-flow/template";
import type { FlowValue } from "../value/contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";
import { terraformText } from "../terraform/terraform-text";

const TEMPLATES = join(__dirname, "..", "..", "flow-templates");

/** Properties of a {@link ContactFlow}. */
export interface ContactFlowProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: FlowValue;
  /** The things that holes such as `{{queue:Customer Service}}` may name, by kind. */
  readonly resources: Readonly<Record<string, TemplateResources>>;
}

/**
 * A contact flow, rendered from its template; the holes become references to resources. Its content was
 * checked with the value (validation/flows.ts).
 */
export class ContactFlow extends Construct {
  /** The flow's id, known after the apply. */
  public readonly contactFlowId: string;
  /** Its ARN, known after the apply. */
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
