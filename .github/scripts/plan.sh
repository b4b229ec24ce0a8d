#!/usr/bin/env bash
# Plans one environment without a lock, since the plan role can't write, and reviews the plan: what
# stands in review-$ENVIRONMENT/ afterwards is free of secrets. Writes the outputs
# `changes-$ENVIRONMENT` (without changes there is nothing to approve) and `review-$ENVIRONMENT`, the
# digest by which later jobs know that review.
set -euo pipefail
# shellcheck source=.github/scripts/environment.sh
source "$(dirname "$0")/environment.sh"

read_allowed
terraform_init
terraform_plan -lock=false
show_plan "${allow[@]}"
{
  echo "changes-$ENVIRONMENT=$changes"
  echo "review-$ENVIRONMENT=$(cat "$secret/review-digest")"
} >> "$GITHUB_OUTPUT"
