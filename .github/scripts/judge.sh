#!/usr/bin/env bash
# Fails if the gate refuses the plan that plan.sh has made. Writes the plan's digest as the output
# `digest-$ENVIRONMENT`: an apply must plan the same.
set -euo pipefail
# shellcheck source=.github/scripts/environment.sh
source "$(dirname "$0")/environment.sh"

read_allowed
plan_review judge "$secret/plan.json" "${allow[@]}" --digest-file "$secret/digest"
echo "digest-$ENVIRONMENT=$(cat "$secret/digest")" >> "$GITHUB_OUTPUT"
