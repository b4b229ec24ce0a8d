/** Where a reason may come from: a page, a rule of the project, its code, or a measurement. */
export const SOURCE =
  /^(https:\/\/\S+|rule [A-Z]+-\d+|what may change: plan-review\/gate\/types\/|(lambda-src|constructs)\/\S+|measured .+)$/;
