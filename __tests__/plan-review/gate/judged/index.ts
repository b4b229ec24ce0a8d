import { CONNECT } from "./connect";
import { DATA } from "./data";
import { type Examples } from "./example";
import { FUNCTIONS } from "./functions";
import { IDENTITY } from "./identity";
import { MONITORING } from "./monitoring";
import { PEOPLE } from "./people";
import { STORAGE } from "./storage";

/** What is tried of each attribute that a rule judges, by type. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
  ...CONNECT,
  ...PEOPLE,
  ...FUNCTIONS,
  ...STORAGE,
  ...DATA,
  ...IDENTITY,
  ...MONITORING,
};
