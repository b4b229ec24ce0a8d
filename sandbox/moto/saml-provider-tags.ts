import type { Service, ServiceRequest, ServiceResponse } from "../gateway/http";

/** By the provider's ARN: its tags. */
export type SamlProviderTags = Map<string, Map<string, string>>;

/**
 * IAM: the emulator's, and the tags of SAML providers, which moto forgets. Terraform would want to
 * set them again in every plan.
 * @param forward - Sends a request on to the emulator.
 * @param tagsOf - The tags.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html
 */
export function createSamlProviderTags(
  forward: Service,
  tagsOf: SamlProviderTags = new Map(),
): Service {
  const tag = (arn: string, request: URLSearchParams) => {
    tagsOf.set(arn, new Map([...(tagsOf.get(arn) ?? []), ...tagsIn(request)]));
  };
  return async (request) => {
    const parameters = new URLSearchParams(request.body.toString());
    const action = parameters.get("Action") ?? "";
    const arn = parameters.get("SAMLProviderArn") ?? "";
    switch (action) {
      case "CreateSAMLProvider": {
        const response = await forward(request);
        const made = /<SAMLProviderArn>(.+?)<\/SAMLProviderArn>/.exec(String(response.body))?.[1];
        if (made !== undefined) tag(made, parameters);
        return response;
      }
      case "GetSAMLProvider": {
        const { status, headers, body } = await forward(request);
        const { "content-length": _length, ...kept } = headers;
        const tagged = String(body).replace(
          "<GetSAMLProviderResult>",
          (start) => start + tagsXml(tagsOf.get(arn)),
        );
        return { status, headers: kept, body: tagged };
      }
      case "ListSAMLProviderTags":
      case "TagSAMLProvider":
      case "UntagSAMLProvider": {
        // What the emulator answers where there is no such provider, it answers here.
        const known = await forward(getting(arn, request));
        if (known.status !== 200) return known;
        if (action === "ListSAMLProviderTags") return answer(action, tagsXml(tagsOf.get(arn)));
        if (action === "TagSAMLProvider") tag(arn, parameters);
        else for (const key of membersOf(parameters, "TagKeys", "")) tagsOf.get(arn)?.delete(key);
        return answer(action);
      }
      case "DeleteSAMLProvider":
        tagsOf.delete(arn);
        return forward(request);
      default:
        return forward(request);
    }
  };
}

/** The same caller's question for a provider. */
function getting(SAMLProviderArn: string, request: ServiceRequest): ServiceRequest {
  const form = { Action: "GetSAMLProvider", Version: "2010-05-08", SAMLProviderArn };
  return { ...request, body: Buffer.from(new URLSearchParams(form).toString()) };
}

/** A list of the query protocol: `Tags.member.1.Key`, `Tags.member.2.Key`, … */
function membersOf(parameters: URLSearchParams, list: string, field: string): string[] {
  const values: string[] = [];
  for (;;) {
    const value = parameters.get(`${list}.member.${values.length + 1}${field}`);
    if (value === null) return values;
    values.push(value);
  }
}

function tagsIn(parameters: URLSearchParams): [string, string][] {
  const values = membersOf(parameters, "Tags", ".Value");
  return membersOf(parameters, "Tags", ".Key").map((key, index) => [key, values[index] ?? ""]);
}

function tagsXml(tags: ReadonlyMap<string, string> = new Map()): string {
  const members = [...tags].map(
    ([key, value]) => `<member><Key>${escaped(key)}</Key><Value>${escaped(value)}</Value></member>`,
  );
  return `<Tags>${members.join("")}</Tags>`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function answer(action: string, result = ""): ServiceResponse {
  return {
    status: 200,
    headers: { "content-type": "text/xml" },
    body: `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata></${action}Response>`,
  };
}
