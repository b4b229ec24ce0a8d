import { change, made, renamed } from "../store/changes";
import {
  add,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  summaries,
} from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import { searchKind } from "../store/search";

/** Prompts: recordings by name. The recording itself is not kept. */
export const promptOperations: Operations = {
  async CreatePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    await requireRecording(input.S3Uri, account);
    requireUniqueName(instance, "prompts", input.Name);
    const { id, arn } = newIdInQuota(account, instance, "prompts");
    add(instance, "prompts", {
      PromptId: id,
      PromptARN: arn,
      ...made(account, input),
    });
    return { PromptId: id, PromptARN: arn };
  },

  DescribePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { Prompt: find(instance, "prompts", input.PromptId) };
  },

  ListPrompts(input, account) {
    return { PromptSummaryList: summaries(account, input, "prompts") };
  },

  SearchPrompts(input, account) {
    const found = searchKind(account, input, "prompts");
    return { Prompts: found, ApproximateTotalCount: found.length };
  },

  async UpdatePrompt(input, account) {
    const instance = findInstance(account, input.InstanceId);
    await requireRecording(input.S3Uri, account);
    const prompt = find(instance, "prompts", input.PromptId);
    change(account, prompt, renamed(instance, "prompts", prompt, input));
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
