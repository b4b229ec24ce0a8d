import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectContactFlow } from "@cdktf/provider-aws/lib/connect-contact-flow";
import { Construct } from "constructs";

import type { HoursOfOperation } from "../contact-flow/hours";
import { renderTemplate, type TemplateResources } from "../contact-flow/template";
import type { FlowValue } from "./contact-center-value";
import { lintRenderedFlow } from "./flow-lint";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";
import { terraformText } from "./terraform-text";

const TEMPLATES = join(__dirname, "..", "flow-templates");

/** Properties of a {@link ContactFlow}. */
export interface ContactFlowProps {
  readonly instance: Instance;
  readonly value: FlowValue;
  /** The schedule that the flow may announce to callers. */
  readonly hours?: HoursOfOperation;
  /** What the flow may call beside HOME_DESTINATIONS. */
  readonly allowedDestinations?: readonly string[];
  /** What holes such as `{{queue:Customer Service}}` may name, by kind. */
  readonly resources: Readonly<Record<string, TemplateResources>>;
}

/** A contact flow, rendered from its template; the holes become references to resources. */
export class ContactFlow extends Construct {
  public readonly contactFlowId: string;
  public readonly arn: string;
  /** The flow's JSON. */
  public readonly content: string;

  /**
   * @throws TemplateError with every fault of the template.
   * @throws FlowLintError with every fault of the flow that it makes.
   */
  public constructor(
    scope: Construct,
    id: string,
    { instance, value, hours, allowedDestinations, resources }: ContactFlowProps,
  ) {
    super(scope, id);
    const file = `flow-templates/${value.template}`;
    const content = renderTemplate(readFileSync(join(TEMPLATES, value.template), "utf8"), {
      file,
      values: value.values,
      resources,
      escape: terraformText,
    });
    lintRenderedFlow(this, file, content, {
      type: value.type,
      ...(hours && { hours }),
      ...(allowedDestinations && { allowedDestinations }),
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
