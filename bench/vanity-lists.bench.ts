import { lists } from "./vanity/lists";

/* The lists of `npm run bench -- vanity` alone: their time and memory, from 10,000 rows to 1,000,000. */

lists();
