export { mermaidOf } from "./mermaid";
export { type DiagramOptions, drawFlow } from "./svg";
