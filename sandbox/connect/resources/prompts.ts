import {
  add,
  find,
  findInstance,
  invalidParameter,
  newId,
  requireRoom,
  requireUniqueName,
} from "../store/lookup";
import { type Account, modified, type Operations } from "../store/operation";
import { search } from "../store/search";

/** Prompts: recordings by name. The recording itself is not kept. */
export const promptOperations: Operations = {
  async CreatePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    await requireRecording(input.S3Uri, account);
    requireUniqueName(instance, "prompts", input.Name);
    requireRoom(account, instance, "prompts");
    const { id, arn } = newId(instance, "prompts");
    add(instance, "prompts", {
      PromptId: id,
      PromptARN: arn,
      Name: input.Name,
      Description: input.Description,
      Tags: input.Tags ?? {},
      ...modified(account),
    });
    return { PromptId: id, PromptARN: arn };
  },

  DescribePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { Prompt: find(instance, "prompts", input.PromptId) };
  },

  ListPrompts(input, account) {
    const { prompts } = findInstance(account, input.InstanceId);
    return {
      PromptSummaryList: [...prompts.values()].map((prompt) => ({
        ...prompt,
        Id: prompt.PromptId,
        Arn: prompt.PromptARN,
      })),
    };
  },

  SearchPrompts(input, account) {
    const { prompts } = findInstance(account, input.InstanceId);
    const found = search(prompts.values(), input, {
      fields: {
        name: ({ Name }) => Name,
        description: ({ Description }) => Description,
        resourceid: ({ PromptId }) => PromptId,
      },
    });
    return { Prompts: found, ApproximateTotalCount: found.length };
  },

  async UpdatePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    await requireRecording(input.S3Uri, account);
    const prompt = find(instance, "prompts", input.PromptId);
    if (input.Name !== undefined)
      requireUniqueName(instance, "prompts", input.Name, { except: prompt.PromptId });
    prompt.Name = input.Name ?? prompt.Name;
    prompt.Description = input.Description ?? prompt.Description;
    Object.assign(prompt, modified(account));
    return { PromptId: prompt.PromptId, PromptARN: prompt.PromptARN };
  },

  DeletePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    instance.prompts.delete(find(instance, "prompts", input.PromptId).PromptId);
    return {};
  },
};

/** Connect copies the recording, so that it must be there. */
async function requireRecording(uri: string | undefined, { others }: Account): Promise<void> {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri ?? "") ?? [];
  if (bucket !== "" && (await others?.hasObject(bucket, key)) === false)
    throw invalidParameter(`S3Uri must name an object that exists, got ${String(uri)}`);
}
