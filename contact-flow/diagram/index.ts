export { type Mark, mermaidOf } from "./mermaid";
export { drawFlow } from "./svg";
