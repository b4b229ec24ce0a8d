export { type Mark, mermaidOf } from "./mermaid";
export { type DiagramOptions, drawFlow } from "./svg";
