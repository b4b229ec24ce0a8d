import { writeFileSync } from "node:fs";

import { drawFlow, mermaidOf } from "../../contact-flow/diagram";
import { flowFile } from "./files";

/** What `flows draw` may be told. */
export interface DrawOptions {
  readonly output?: string;
  readonly mermaid?: true;
}

/** Draws a flow into a file, or prints it where no file is named. */
export async function draw(
  path: string,
  { output, mermaid }: DrawOptions,
  print: (text: string) => void,
): Promise<void> {
  const { flow, name, type } = flowFile(path);
  const picture =
    mermaid === true ? mermaidOf(flow) : await drawFlow(flow, { title: name, subtitle: type });
  if (output === undefined) {
    print(picture);
    return;
  }
  writeFileSync(output, picture);
  print(`drew ${name} into ${output}`);
}
