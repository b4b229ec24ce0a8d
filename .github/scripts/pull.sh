#!/usr/bin/env bash
# Pulls what live/ has recorded of $ENVIRONMENT into the code: the flows that $FLOWS names, with commas
# between, or everything. Leaves in pulled/ what was said, the files that were changed, and the flows
# before and after. Fails where something was changed by hand, and nothing of it can be written.
set -euo pipefail
# shellcheck source=.github/scripts/environment.sh
source "$(dirname "$0")/environment.sh"

flows=()
IFS=, read -ra names <<< "${FLOWS:-}"
for name in "${names[@]}"; do
  name=$(sed 's/^ *//; s/ *$//' <<< "$name")
  [ -z "$name" ] || flows+=("$name")
done

mkdir -p pulled/files
status=0
npm run --silent pull -- "$ENVIRONMENT" --write --recorded live/instance.json -- "${flows[@]}" \
  > pulled/words.txt || status=$?
quoted cat pulled/words.txt

# Pictures of the flows, as they are committed.
npm run docs -- --environment "$ENVIRONMENT" --output "$RUNNER_TEMP/as-built.html"
git diff --name-only -z | while IFS= read -r -d '' file; do
  mkdir -p "pulled/files/$(dirname "$file")"
  cp "$file" "pulled/files/$file"
done
if git diff --quiet; then
  [ "$status" = 0 ] || echo "::error::nothing is written: the log says what a person has to do"
  exit "$status"
fi
.github/scripts/flow-changes.sh HEAD
mv flow-changes pulled/
