import { objectOf } from "../values.ts";
import type { GitHub } from "./client.ts";

/** A pull request on main, with one commit. */
export interface NewRequest {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** The commit's. */
  readonly message: string;
  /** Made here; there must be none of this name. */
  readonly branch: string;
  /** What the commit follows. */
  readonly from: { readonly commit: string; readonly tree: string };
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Commits files to a new branch, and opens a pull request for it. Through the API, so that no token is kept
 * in a checkout; GitHub signs the commit.
 *
 * @returns the request's address.
 * @see https://docs.github.com/en/rest/git/trees#create-a-tree
 */
export async function openRequest(
  github: GitHub,
  { title, body, message, branch, from, files }: NewRequest,
): Promise<string> {
  const tree = await github.create("/git/trees", {
    base_tree: from.tree,
    tree: files.map(({ path, text }) => ({
      path,
      mode: "100644",
      type: "blob",
      content: text,
    })),
  });
  const commit = await github.create("/git/commits", {
    message,
    tree: objectOf(tree).sha,
    parents: [from.commit],
  });
  const { sha } = objectOf(commit);
  await github.create("/git/refs", { ref: `refs/heads/${branch}`, sha });
  const request = await github.create("/pulls", { title, head: branch, base: "main", body });
  return String(objectOf(request).html_url);
}
