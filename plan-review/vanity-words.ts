/**
 * The operator's own words, as the function reads them from its variable: `never: TURKEY allowed: NEGRONI`
 * (lambda-src/record-vanity-number/environment.ts).
 */
export const VANITY_WORDS = /^never:( [A-Z0-9]{2,20})* allowed:( [A-Z0-9]{2,20})*$/;
