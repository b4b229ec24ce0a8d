#!/usr/bin/env bash
# Writes what callers would notice: each flow that differs from the revision $1, with pictures, into
# flow-changes/, what the bill would, and the service that the forecast's files lead one to expect. The
# older ones are those of the older code, synthesized with today's packages.
set -euo pipefail

before="$RUNNER_TEMP/before"
git worktree add --force --detach "$before" "$1"
ln -s "$PWD/node_modules" "$before/node_modules"

if ! (cd "$before" && npm run synth); then
  echo "::warning::flows and costs can't be compared: $1 can't be synthesized with the packages of this revision"
  exit 0
fi
npx --no-install ts-node commands/flow-changes.ts \
  "$before/cdktf.out/stacks" cdktf.out/stacks --output flow-changes --summary "$GITHUB_STEP_SUMMARY"
npx --no-install ts-node commands/cost-changes.ts \
  "$before/cdktf.out/stacks" cdktf.out/stacks --output flow-changes --summary "$GITHUB_STEP_SUMMARY" ||
  echo "::warning::the costs can't be compared"

# Each revision forecasts its own files. Standard output alone is the forecast.
forecast() {
  npx --no-install ts-node commands/forecast.ts prod --json --replications 400 \
    --calls forecast/calls.csv --staff forecast/staff.csv
}
if [ ! -d "$before/forecast" ]; then
  echo "the service can't be compared: $1 has no forecast/"
elif forecast > "$RUNNER_TEMP/service-after.json" &&
  (cd "$before" && forecast) > "$RUNNER_TEMP/service-before.json"; then
  npx --no-install ts-node commands/forecast-changes.ts \
    "$RUNNER_TEMP/service-before.json" "$RUNNER_TEMP/service-after.json" \
    --output flow-changes --summary "$GITHUB_STEP_SUMMARY"
else
  echo "::warning::the expected service can't be compared: the log says why"
fi
