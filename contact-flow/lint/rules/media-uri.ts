import { inAdminGuide } from "../../facts/source";
import { isWritten } from "../references";
import type { Rule } from "../rule";
import { textsIn } from "../strings";

/** How Connect names a file in S3: the pattern of CreatePrompt's S3Uri. */
const IN_S3 = /^(s3:\/\/[^/\s]+\/\S.*|https:\/\/\S+\.s3\S*\.amazonaws\.com(\.cn)?\/\S+)$/;

/** A file's extension, without what follows a presigned address. */
const EXTENSION = /\.([A-Za-z0-9]{2,4})(?:\?|$)/;

export const rule: Rule = {
  id: "media-uri",
  level: "error in ours",
  reason: "Connect plays only .wav files that are in S3: the action takes its error branch",
  fix: "write s3://BUCKET/NAME.wav or https://BUCKET.s3.REGION.amazonaws.com/NAME.wav",
  source: inAdminGuide("setup-prompts-s3"),
  *check({ nodes }) {
    for (const node of nodes) {
      for (const { path, text } of textsIn(node)) {
        if (!path.endsWith(".Media.Uri") || !isWritten(text)) continue;
        const extension = EXTENSION.exec(text)?.[1]?.toLowerCase();
        if (!IN_S3.test(text)) {
          yield { index: node.index, path, message: `${text} is no address of a file in S3` };
        } else if (extension !== undefined && extension !== "wav") {
          yield { index: node.index, path, message: `${text} is no .wav file` };
        }
      }
    }
  },
};
